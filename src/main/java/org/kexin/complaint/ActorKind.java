package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did something. */
@Schema(name = "ComplaintActor", description = "Who did it.")
enum ActorKind {
  STAFF,
  CUSTOMER,
  /** The service by itself, because time went by. */
  SERVICE
}
