package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What must not be erased, and why. */
@Schema(description = "What must not be erased, and why (法律保留).")
record NewLegalHold(
    @Schema(description = "Of whom; absent for everybody.") @Nullable UUID personId,
    @Schema(
            description = "A file number or a law; nothing about a person.",
            examples = "Case 2026-117")
        @NotNull
        @Size(min = 1, max = 200)
        String reason,
    @Schema(description = "When it ends by itself; absent for never.")
        @Nullable Instant heldUntil) {}
