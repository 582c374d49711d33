package org.kexin.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who brought whom. */
@Schema(description = "Which member brought whom.")
record NewLoyaltyReferral(
    @Schema(description = "Of who brought them.") @NotNull UUID accountId,
    @Schema(description = "Who was brought.") @NotNull UUID customerId) {}
