package org.kexin.interaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a consultation or an objection was handled. */
@Schema(description = "How a consultation or an objection was handled (处理).")
record NewHandling(
    @NotNull HandlingOutcome outcome,
    @Schema(examples = "Explained the terms of delivery.")
        @NotNull
        @Size(min = 1, max = NewInteraction.MAX_NOTES_CHARS)
        String text) {}
