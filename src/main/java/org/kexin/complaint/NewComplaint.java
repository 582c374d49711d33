package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as a member of staff takes it in.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 * @param receivedAt null for now
 */
@Schema(description = "A complaint as a member of staff takes it in (投诉登记).")
record NewComplaint(
    @Schema(description = "UUID version 7 made by the caller.") @Nullable UUID id,
    @NotNull UUID customerId,
    @NotNull ComplaintChannel channel,
    @Schema(description = "Of the tree of categories (投诉类别).") @NotNull UUID categoryId,
    @Schema(description = "How bad it is for the customer.", defaultValue = "NORMAL") @NotNull
        Severity severity,
    @Schema(description = "The product that it is about.") @Nullable UUID productId,
    @Schema(description = "The customer's order or return that it is about.")
        @Nullable UUID transactionId,
    @Schema(
            description = "What the customer says; sealed under the customer's key.",
            examples = "The kettle came with a dent in its lid.")
        @NotNull
        @Size(min = 1, max = Texts.MAX_CHARS)
        String description,
    @Schema(
            description =
                "When it came, if that was earlier, by 366 days at most; its clocks run from then.",
            examples = "2026-03-01T08:26:00Z")
        @Nullable Instant receivedAt) {

  /** A missing severity is a normal one. */
  NewComplaint {
    severity = Objects.requireNonNullElse(severity, Severity.NORMAL);
  }

  ComplaintFacts facts() {
    return new ComplaintFacts(channel, categoryId, productId, transactionId, null, description);
  }
}
