package org.kexin.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a task is not done. */
@Schema(description = "Why a task is not done (放弃原因).")
record NewCareDismissal(
    @Schema(examples = "Complained yesterday; this is not the moment.")
        @NotNull
        @Size(min = 1, max = NewCareResult.MAX_NOTE_CHARS)
        String reason) {}
