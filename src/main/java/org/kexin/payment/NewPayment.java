package org.kexin.payment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * Money that came in for an order, or went back for a return.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 * @param amount above zero, in the currency of the transaction
 */
@Schema(description = "Money that came in for an order, or went back for a return (付款).")
record NewPayment(
    @Schema(description = "UUID version 7 made by the caller.") @Nullable UUID id,
    @NotNull PaymentMethod method,
    @Schema(description = "Above zero, in the currency of the transaction.") @NotNull Money amount,
    @Schema(description = "At most one day ahead of now.", examples = "2026-03-02T08:26:00Z")
        @NotNull
        Instant paidAt) {}
