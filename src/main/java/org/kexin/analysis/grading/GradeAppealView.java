package org.kexin.analysis.grading;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.analysis.algorithm.grading.Grade;

/** An appeal as one caller may see it: what somebody contests is behaviour of theirs. */
@Schema(name = "GradeAppeal", description = "A customer contests their grade (等级申诉).")
record GradeAppealView(
    UUID id,
    UUID customerId,
    @Nullable AppealState state,
    @Schema(description = "The grade of the customer when it was filed.", examples = "ORDINARY")
        @Nullable Grade contestedGrade,
    @Schema(
            description = "Number of the policy that held then for customers of this kind.",
            examples = "1",
            minimum = "1")
        @Nullable Integer policy,
    @Schema(
            description = "What the customer says. Not in lists.",
            examples = "My orders of the old shop are not counted.",
            maxLength = GradeAppeal.MAX_TEXT_CHARS)
        @Nullable String reason,
    @Schema(examples = "2026-03-01T08:26:00Z") @Nullable Instant filedAt,
    @Schema(description = "Whether a member of staff filed it for the customer.")
        @Nullable Boolean filedByStaff,
    @Schema(description = "The grade that a person gave instead.", examples = "VIP")
        @Nullable Grade grantedGrade,
    @Schema(description = "Last day of that grade.", examples = "2026-12-31")
        @Nullable LocalDate heldUntil,
    @Schema(
            description = "Why a person decided so. Not in lists.",
            examples = "The orders of the old shop were looked at and count.",
            maxLength = GradeAppeal.MAX_TEXT_CHARS)
        @Nullable String decisionReason,
    @Nullable Instant closedAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"reason\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static GradeAppealView of(GradeAppeal found, AppealTexts texts, Look look) {
    GradeAppealFacts facts = found.facts();
    return new GradeAppealView(
        found.id(),
        found.customerId(),
        look.showOrHide("state", BEHAVIOUR, facts.state()),
        look.showOrHide("contestedGrade", BEHAVIOUR, facts.contestedGrade()),
        look.showOrHide("policy", BEHAVIOUR, facts.policy()),
        look.showOrHide("reason", BEHAVIOUR, texts.reason()),
        look.showOrHide("filedAt", BEHAVIOUR, facts.filedAt()),
        look.showOrHide("filedByStaff", BEHAVIOUR, facts.filedByStaff()),
        look.showOrHide("grantedGrade", BEHAVIOUR, facts.grantedGrade()),
        look.showOrHide("heldUntil", BEHAVIOUR, facts.heldUntil()),
        look.showOrHide("decisionReason", BEHAVIOUR, texts.decisionReason()),
        look.showOrHide("closedAt", BEHAVIOUR, facts.closedAt()),
        found.version(),
        look.masked());
  }
}
