package org.kexin.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review as its author sends it. */
@Schema(description = "What a reviewer found of a justification.")
public record NewReview(
    @NotNull Verdict verdict,
    @Schema(
            description = "Why; names of persons do not belong here.",
            examples = "The complaint confirms the call-back.")
        @NotNull
        @Size(min = 1, max = 1000)
        String comment) {}
