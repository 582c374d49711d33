package org.kexin.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a task. */
@Schema(description = "What came of a task (任务结果).")
record NewCareResult(
    @NotNull CareOutcome outcome,
    @Schema(examples = "Was glad, and asked about the new lamp.")
        @Size(min = 1, max = MAX_NOTE_CHARS)
        @Nullable String note) {

  static final int MAX_NOTE_CHARS = 1_000;
}
