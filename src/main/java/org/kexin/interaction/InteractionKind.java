package org.kexin.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of contact it was. */
@Schema(description = "What kind of contact it was (互动类型).")
enum InteractionKind {
  VISIT,
  CALL,
  MESSAGE,
  /** The customer asked for advice. */
  CONSULTATION,
  /** The customer objects to something that was said or done (异议). */
  OBJECTION;

  /** Whether somebody has to do something about it. */
  boolean asksForHandling() {
    return this == CONSULTATION || this == OBJECTION;
  }
}
