package org.kexin.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer who calls claims. */
@Schema(description = "What I claim (我要兑换).")
record OwnRewardClaim(@NotNull UUID rewardId) {}
