package org.kexin.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who claims what. */
@Schema(description = "Which account claims what.")
record NewRewardClaim(@NotNull UUID accountId, @NotNull UUID rewardId) {}
