package org.kexin.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Answers that a member of staff or a partner sends. At most one of {@code invitationToken}, {@code
 * invitationId} and {@code customerId} says who answers.
 *
 * @param questionsVersion that was asked
 * @param complete whether they are submitted, or only saved
 */
@Schema(
    name = "SurveyResponseDocument",
    description =
        "All answers of one response; they replace what was saved. Say who answers by one of"
            + " invitationToken, invitationId and customerId. None means the caller, in a survey"
            + " for staff, and a person met who gave no name, in an anonymous one.")
record ResponseDocument(
    @Schema(description = "Version of the questions that was asked.", examples = "1")
        @Min(1)
        @Max(1_000_000)
        int questionsVersion,
    @NotNull SurveyMode mode,
    @Schema(
            description = "Whether they are submitted (提交), or only saved (暂存).",
            examples = "true",
            defaultValue = "false")
        Boolean complete,
    @Schema(
            description = "What the invited person was given.",
            examples = "5f2b9c0d7e1a4c3b8d6f0a9e2c4b7d13")
        @Size(min = 32, max = 32)
        @Pattern(regexp = InvitationTokens.PATTERN, message = "is 32 hexadecimal digits")
        @Nullable String invitationToken,
    @Nullable UUID invitationId,
    @Schema(description = "A customer who is interviewed without having been invited.")
        @Nullable UUID customerId,
    @NotNull @Size(max = NewSurvey.MAX_QUESTIONS) List<@Valid Answer> answers) {

  /** A missing list is an empty one, a missing flag is not set. */
  ResponseDocument {
    complete = Objects.requireNonNullElse(complete, false);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }
}
