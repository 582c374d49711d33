package org.kexin.shared.http;

import java.util.Locale;

/**
 * An answer that can also be looked at: as JSON, or as a chart where image/svg+xml is asked for.
 */
public interface Drawn {

  /** The media type of a chart. */
  String SVG = "image/svg+xml";

  /** A whole SVG document in this language. */
  String svg(Locale language);
}
