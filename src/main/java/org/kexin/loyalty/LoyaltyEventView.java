package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened to a membership. */
@Schema(name = "LoyaltyEvent", description = "Something that happened to a membership (会员事件).")
record LoyaltyEventView(
    UUID id,
    LoyaltyEventKind kind,
    Instant occurredAt,
    @Schema(description = "Absent for none.", examples = "silver", maxLength = 32)
        @Nullable String fromLevel,
    @Schema(description = "Absent for none.", examples = "gold", maxLength = 32)
        @Nullable String toLevel,
    @Nullable LevelReason reason,
    @Schema(description = "Points that counted for the level.", examples = "5120", minimum = "0")
        @Nullable Long qualifyingPoints) {}
