package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger. */
@Schema(
    name = "PointsEntry",
    description = "Points that moved from one bucket of an account to another (积分流水).")
record PointsEntryView(
    @Schema(description = "In its account, from 1 without gaps.", examples = "7", minimum = "1")
        long number,
    PointsEntryKind kind,
    @Schema(description = "Where the points were taken from.") PointsBucket debit,
    @Schema(description = "Where the points went to.") PointsBucket credit,
    @Schema(examples = "120", minimum = "1") long points,
    @Schema(description = "The lot that the points belong to.") @Nullable UUID lotId,
    @Schema(description = "The same for all entries of one cause; of a spending, its id.")
        UUID operationId,
    @Schema(description = "The spending that was rolled back.") @Nullable UUID undoes,
    @Schema(description = "The order that earned or the return that reversed.")
        @Nullable UUID transactionId,
    @Schema(examples = "1", minimum = "1") @Nullable Integer lineNo,
    @Schema(description = "Version of the terms that it was made by.", minimum = "1")
        @Nullable Integer termsVersion,
    @Schema(description = "The caller's own.", examples = "POS-2026-00017", maxLength = 64)
        @Nullable String reference,
    @Schema(description = "When it took effect.") Instant occurredAt,
    Instant recordedAt) {}
