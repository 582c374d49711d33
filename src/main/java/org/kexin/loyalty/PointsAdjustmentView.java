package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why staff gave or took points. */
@Schema(name = "PointsAdjustment", description = "Why staff gave or took points (积分调整).")
record PointsAdjustmentView(
    @Schema(description = "The operationId of its entries.") UUID id,
    @Schema(description = "Below zero where they were taken.", examples = "-120") long points,
    AdjustmentReason reason,
    @Schema(examples = "Order of March was booked twice.", maxLength = 500) String note,
    Instant adjustedAt) {}
