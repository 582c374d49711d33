package org.kexin.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.person.FieldOutcome;

/**
 * The receipt of an erasure. Holds nothing of the person but the id.
 *
 * @param requestId null where the time to keep was over and nobody asked
 */
@Schema(description = "The receipt of an erasure (删除回执).")
record Erasure(
    UUID personId,
    @Nullable UUID requestId,
    Instant erasedAt,
    @Schema(
            description = "SHA-256 of id, moment and outcomes.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            maxLength = 64)
        String receiptSha256,
    @Schema(maxItems = 500) List<FieldOutcome> outcomes) {

  /** Copies the outcomes. */
  Erasure {
    outcomes = List.copyOf(outcomes);
  }
}
