package org.kexin.shared;

import java.util.List;

/** Knows limits of its part of the service. Every bean of this type is asked by GET /v1/limits. */
public interface LimitSource {

  /** The limits in force, in the order in which they are to be read. */
  List<PublishedLimit> limits();
}
