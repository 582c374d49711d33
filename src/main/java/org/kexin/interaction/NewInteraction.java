package org.kexin.interaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact to be recorded.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 */
@Schema(description = "A contact to be recorded (互动).")
record NewInteraction(
    @Schema(description = "UUID version 7 made by the caller.") @Nullable UUID id,
    @NotNull UUID customerId,
    @NotNull InteractionKind kind,
    @NotNull Direction direction,
    @NotNull InteractionChannel channel,
    @Schema(
            description = "An offer to a customer needs their consent to marketing.",
            defaultValue = "SERVICE")
        Occasion occasion,
    @Schema(description = "At most one day ahead of now.", examples = "2026-03-01T08:26:00Z")
        @NotNull
        Instant occurredAt,
    @Schema(description = "Product that it was about.") @Nullable UUID productId,
    @Schema(description = "Order or return that it was about.") @Nullable UUID transactionId,
    @Schema(description = "In a few words.", examples = "Asks when the lantern comes.")
        @NotNull
        @Size(min = 1, max = MAX_SUBJECT_CHARS)
        String subject,
    @Schema(examples = "Promised to call back on Friday.") @Size(max = MAX_NOTES_CHARS)
        @Nullable String notes) {

  static final int MAX_SUBJECT_CHARS = 200;
  static final int MAX_NOTES_CHARS = 4_000;

  /** Without an occasion it is service. */
  NewInteraction {
    occasion = Objects.requireNonNullElse(occasion, Occasion.SERVICE);
  }

  /** Whether the customer is approached with something to buy. */
  boolean approaches() {
    return direction == Direction.OUTGOING && occasion == Occasion.OFFER;
  }
}
