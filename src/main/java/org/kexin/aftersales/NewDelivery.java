package org.kexin.aftersales;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Goods of an order that were sent. */
@Schema(description = "Goods of an order that were sent (配送).")
record NewDelivery(
    @Schema(examples = "SF Express") @NotNull @Size(min = 1, max = 100) String carrier,
    @Schema(examples = "SF1234567890") @Size(min = 1, max = 64) @Nullable String trackingNumber,
    @Schema(description = "At most one day ahead of now.", examples = "2026-03-02T08:26:00Z")
        @NotNull
        Instant shippedAt,
    @Schema(description = "Promised to the customer.", examples = "2026-03-04")
        @Nullable LocalDate expectedOn) {}
