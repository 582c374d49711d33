package org.kexin.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why there was contact. */
@Schema(name = "InteractionOccasion", description = "Why there was contact (事由).")
enum Occasion {
  /** Something that the customer ordered, has, or asked for. */
  SERVICE,
  /** Something that the customer may like to buy. */
  OFFER
}
