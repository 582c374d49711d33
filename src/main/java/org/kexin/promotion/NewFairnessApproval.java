package org.kexin.promotion;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a promotion may start although loyal customers would pay more. */
@Schema(description = "Why a promotion may start although loyal customers would pay more (审批).")
record NewFairnessApproval(
    @Schema(
            description = "Version of the promotion that was looked at; of no other it holds.",
            examples = "0",
            minimum = "0")
        @Min(0)
        long version,
    @Schema(description = "Nothing about a person.", examples = "First orders cost us no delivery.")
        @NotNull
        @Size(min = 10, max = 500)
        String reason) {}
