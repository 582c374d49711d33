package org.kexin.analysis.grading;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.grading.Grade;

/**
 * What a person decides on an appeal, and why.
 *
 * @param grade null unless it is granted
 * @param heldUntil null unless it is granted
 */
@Schema(
    name = "NewGradeAppealDecision",
    description = "What a person decides on an appeal, and why (申诉复核).")
record NewAppealDecision(
    @Schema(examples = "GRANTED") @NotNull AppealVerdict verdict,
    @Schema(
            description = "For the customer; sealed under the customer's key.",
            examples = "The orders of the old shop were looked at and count.")
        @NotNull
        @Size(min = 1, max = GradeAppeal.MAX_TEXT_CHARS)
        String reason,
    @Schema(
            description =
                "The grade that holds, another than the contested one; with GRANTED only.",
            examples = "VIP")
        @Nullable Grade grade,
    @Schema(
            description =
                "Last day of that grade, from today on by a year at most; with GRANTED only. After it"
                    + " the policy speaks again.",
            examples = "2026-12-31")
        @Nullable LocalDate heldUntil) {}
