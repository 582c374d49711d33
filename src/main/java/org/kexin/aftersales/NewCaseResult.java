package org.kexin.aftersales;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done. */
@Schema(name = "NewServiceResult", description = "What was done (服务结果).")
record NewCaseResult(
    @Schema(description = "DONE or DROPPED.") @NotNull CaseState state,
    @Schema(examples = "Battery replaced.")
        @NotNull
        @Size(min = 1, max = NewServiceCase.MAX_TEXT_CHARS)
        String result) {}
