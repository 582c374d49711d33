package org.kexin.analysis.grading;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a customer contests their grade. Which grade that is, the service knows. */
@Schema(description = "Why a customer contests their grade (等级申诉).")
record NewGradeAppeal(
    @Schema(
            description = "What the customer says; sealed under the customer's key.",
            examples = "My orders of the old shop are not counted.")
        @NotNull
        @Size(min = 1, max = GradeAppeal.MAX_TEXT_CHARS)
        String reason) {}
