package org.kexin.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who began. */
@Schema(name = "InteractionDirection", description = "Who began it (发起方).")
enum Direction {
  /** The customer. */
  INCOMING,
  /** The company. */
  OUTGOING
}
