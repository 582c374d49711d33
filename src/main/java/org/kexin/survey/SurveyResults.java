package org.kexin.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was answered to one version of a survey, in sums. */
@Schema(description = "What was answered to one version of a survey, in sums (调查结果).")
record SurveyResults(
    UUID surveyId,
    @Schema(description = "Version of the questions.", examples = "1", minimum = "1")
        int questionsVersion,
    @Schema(
            description = "Submitted responses that are counted; absent where they are too few.",
            examples = "120",
            minimum = "0")
        @Nullable Long responses,
    @Schema(description = "Last day, in UTC, that is counted; absent where nothing is.")
        @Nullable LocalDate countedUntil,
    @Schema(
            description = "Why figures are absent.",
            examples = "Fewer than 10 answers are not shown to this role.",
            maxLength = 200)
        @Nullable String reason,
    @Schema(maxItems = NewSurvey.MAX_QUESTIONS) List<QuestionResult> questions) {

  /**
   * The answers to one question.
   *
   * @param answered null where they are too few to be shown, as are all figures then
   */
  @Schema(name = "SurveyQuestionResult", description = "The answers to one question.")
  record QuestionResult(
      @Schema(description = "Key of the question.", examples = "recommend", maxLength = 64)
          String question,
      QuestionType type,
      @Schema(description = "Responses that answer it.", examples = "118", minimum = "0")
          @Nullable Long answered,
      @Schema(
              description =
                  "NPS (净推荐值): percentage of promoters less that of detractors, -100 to 100.",
              examples = "50.0")
          @Nullable Double nps,
      @Schema(description = "Of NPS.", maxItems = 3) @Nullable List<ClassCount> npsClasses,
      @Schema(description = "CSAT (满意度): percentage of 4 and 5, 0 to 100.", examples = "81.3")
          @Nullable Double csat,
      @Schema(
              description =
                  "CES (费力度): mean of 1 to 7, where 7 is full agreement that it was easy.",
              examples = "5.4")
          @Nullable Double ces,
      @Schema(description = "Mean of a SCALE.", examples = "6.2") @Nullable Double mean,
      @Schema(
              description = "How often each number or option was given, 0 included.",
              maxItems = 2_001)
          List<AnswerCount> counts) {}

  /** How many are promoters, passives or detractors. */
  @Schema(name = "NpsClassCount", description = "How many are promoters, passives or detractors.")
  record ClassCount(NpsClass npsClass, @Schema(examples = "70", minimum = "0") long responses) {}

  /**
   * How often one answer was given.
   *
   * @param value a number; null for an option
   * @param option the key of an option; null for a number
   */
  @Schema(name = "SurveyAnswerCount", description = "How often one answer was given.")
  record AnswerCount(
      @Schema(examples = "9") @Nullable Integer value,
      @Schema(examples = "by-phone", maxLength = 64) @Nullable String option,
      @Schema(examples = "17", minimum = "0") long responses) {}
}
