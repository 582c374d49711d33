package org.kexin.survey;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/**
 * A response as one caller may see it: what somebody answered is behaviour of that customer. An
 * anonymous one is nobody's and shown whole.
 */
@Schema(
    name = "SurveyResponse",
    description = "A response (答卷) as the caller may see it, with its answers.")
record ResponseView(
    @Schema(description = "Not the one that the client made, where the survey is anonymous.")
        UUID id,
    UUID surveyId,
    @Schema(description = "Absent for an anonymous response.") @Nullable UUID customerId,
    @Schema(description = "Version of the questions that it answers.", minimum = "1")
        @Nullable Integer questionsVersion,
    @Nullable SurveyMode mode,
    @Nullable ResponseState state,
    @Schema(description = "Absent for a partial and for an anonymous response.")
        @Nullable Instant submittedAt,
    @Schema(description = "The day of submission in UTC; absent for a partial response.")
        @Nullable LocalDate answeredOn,
    @Schema(maxItems = NewSurvey.MAX_QUESTIONS) @Nullable List<Answer> answers,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"answers\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /**
   * @param look null for an anonymous response
   */
  static ResponseView of(SurveyResponse response, List<Answer> answers, @Nullable Look look) {
    Shown shown = new Shown(look);
    return new ResponseView(
        response.id(),
        response.surveyId(),
        response.customerId(),
        shown.of("questionsVersion", response.questionsVersion()),
        shown.of("mode", response.mode()),
        shown.of("state", response.state()),
        shown.of("submittedAt", response.submittedAt()),
        shown.of("answeredOn", response.answeredOn()),
        shown.of("answers", answers),
        look == null ? List.of() : look.masked());
  }

  private record Shown(@Nullable Look look) {

    <T> @Nullable T of(String attribute, @Nullable T value) {
      return look == null ? value : look.showOrHide(attribute, BEHAVIOUR, value);
    }
  }
}
