package org.kexin.privacy;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold. */
@Schema(name = "LegalHold", description = "That data must not be erased for now (法律保留).")
record LegalHoldView(
    UUID id,
    @Nullable UUID personId,
    @Schema(examples = "Case 2026-117", maxLength = 200) String reason,
    @Nullable Instant heldUntil,
    Instant placedAt,
    @Nullable Instant releasedAt) {}
