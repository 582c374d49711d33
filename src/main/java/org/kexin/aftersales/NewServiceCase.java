package org.kexin.aftersales;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer needs after the sale. */
@Schema(description = "What a customer needs after the sale (售后服务).")
record NewServiceCase(
    @Schema(description = "UUID version 7 made by the caller.") @Nullable UUID id,
    @NotNull UUID customerId,
    @NotNull CaseKind kind,
    @Schema(description = "An order of this customer.") @Nullable UUID transactionId,
    @Nullable UUID productId,
    @Schema(examples = "The lantern does not light.") @NotNull @Size(min = 1, max = MAX_TEXT_CHARS)
        String problem) {

  static final int MAX_TEXT_CHARS = 2_000;
}
