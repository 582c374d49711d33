package org.kexin.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who joins what. */
@Schema(description = "Who joins what.")
record NewLoyaltyAccount(@NotNull UUID programmeId, @NotNull UUID customerId) {}
