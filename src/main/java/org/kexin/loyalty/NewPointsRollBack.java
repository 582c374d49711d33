package org.kexin.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A spending to be rolled back. */
@Schema(description = "A spending to be rolled back.")
record NewPointsRollBack(
    @Schema(description = "What the spending was answered with as id.") @NotNull UUID spendingId) {}
