package org.kexin.complaint;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A closed complaint without whose it was: no id, no text, no moment, and only where enough others
 * complained about the same.
 */
@Schema(description = "A closed complaint to learn from, of nobody in particular (投诉案例).")
record ComplaintLesson(
    UUID categoryId,
    @Schema(examples = "packing-damaged", maxLength = 64) @Nullable String cause,
    @Nullable UUID productId,
    @Schema(description = "When it was closed.", examples = "2026-03", maxLength = 7) String month,
    Severity severity,
    ComplaintChannel channel,
    @Schema(
            description = "Whole days from its arrival to its settlement.",
            examples = "3",
            minimum = "0")
        long daysToResolve,
    @Schema(examples = "0", minimum = "0") int escalationLevel,
    @Schema(examples = "0", minimum = "0") int reopenCount,
    @Nullable CompensationKind compensationKind,
    @Schema(description = "5 is best.", examples = "4", minimum = "1", maximum = "5")
        @Nullable Integer rating) {}
