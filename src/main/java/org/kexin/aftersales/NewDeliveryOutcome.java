package org.kexin.aftersales;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a delivery. */
@Schema(description = "What became of a delivery (配送结果).")
record NewDeliveryOutcome(
    @Schema(description = "DELIVERED, FAILED or SENT_BACK.") @NotNull DeliveryState state,
    @Schema(description = "Not before it was shipped.", examples = "2026-03-04T08:26:00Z") @NotNull
        Instant at,
    @Schema(description = "Why it failed or was sent back; needed then, and only then.")
        @Nullable FailureReason reason) {}
