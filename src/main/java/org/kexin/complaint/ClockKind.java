package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is a time for. */
@Schema(name = "ComplaintClockKind", description = "What there is a time for (时限).")
enum ClockKind {
  /** To tell the customer that the complaint has arrived and is taken care of (首次响应). */
  ACKNOWLEDGE,
  /** To tell the customer how far it is, again and again (进展告知). */
  UPDATE,
  /** To settle it (解决). */
  RESOLVE
}
