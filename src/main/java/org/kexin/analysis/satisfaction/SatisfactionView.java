package org.kexin.analysis.satisfaction;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** How satisfied people say they are (满意度分析). */
@Schema(name = "Satisfaction", description = "How satisfied people say they are (满意度分析).")
public record SatisfactionView(
    About about,
    Kind kind,
    Score overall,
    @Schema(description = "How often each answer of the scale was given.", maxItems = 11)
        List<AnswerShare> answers,
    @Schema(
            description = "Every month from the first with an answer, also those without.",
            maxItems = 1200)
        List<Month> months,
    @Schema(description = "Absent where there are no two complete months.")
        @Nullable Change lastChange,
    @Schema(description = "At most 500, those with most answers.", maxItems = 500)
        List<OfSurvey> surveys,
    @Schema(description = "At most 500, those with most answers.", maxItems = 500)
        List<OfProduct> products,
    @Schema(description = "At most 500, those with most answers.", maxItems = 500)
        List<OfService> services)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return SatisfactionCharts.trend(this).svg(language);
  }

  /** What is measured. */
  @Schema(
      name = "SatisfactionKind",
      description =
          "NPS: percentage of promoters (9-10) less that of detractors (0-6), -100 to 100. CSAT:"
              + " share of 4 and 5 of 1 to 5, 0 to 1. CES: mean of 1 to 7, 7 is easy.")
  public enum Kind {
    NPS,
    CSAT,
    CES
  }

  /** A score with its interval. */
  @Schema(name = "SatisfactionScore", description = "A score with its interval.")
  public record Score(
      @Schema(description = "Answers on the scale.", examples = "100", minimum = "0") long n,
      @Schema(description = "In the unit of the kind.", examples = "50.0") @Nullable Double value,
      @Schema(examples = "8.062258") @Nullable Double standardError,
      @Schema(description = "95 % confidence.", examples = "34.198265") @Nullable Double lower,
      @Schema(examples = "65.801735") @Nullable Double upper,
      @Schema(
              description = "Why the value or the interval is absent.",
              examples = "A standard error needs at least two answers.",
              maxLength = 500)
          @Nullable String reason) {}

  /** How often one answer was given. */
  @Schema(name = "SatisfactionAnswer", description = "How often one answer was given.")
  public record AnswerShare(
      @Schema(examples = "9") int answer, @Schema(examples = "41", minimum = "0") long n) {}

  /** One month. */
  @Schema(name = "SatisfactionMonth", description = "One month, of days in UTC.")
  public record Month(
      @Schema(examples = "2026-10", maxLength = 7) String month,
      @Schema(description = "False when it is not wholly in the period.", examples = "true")
          boolean complete,
      Score score) {}

  /** How the last two complete months differ. */
  @Schema(name = "SatisfactionChange", description = "How the last two complete months differ.")
  public record Change(
      @Schema(examples = "2026-09", maxLength = 7) String earlier,
      @Schema(examples = "2026-10", maxLength = 7) String later,
      @Schema(description = "Later less earlier.", examples = "12.5") @Nullable Double difference,
      @Schema(description = "95 % confidence.", examples = "-3.1") @Nullable Double lower,
      @Schema(examples = "28.1") @Nullable Double upper,
      @Schema(description = "Two-sided.", examples = "0.116") @Nullable Double pValue,
      @Schema(description = "Whether p is below .05.", examples = "false") boolean significant,
      @Schema(description = "Why a figure is absent.", maxLength = 500) @Nullable String reason) {}

  /** The score of one survey. */
  @Schema(name = "SatisfactionOfSurvey", description = "The score of one survey.")
  public record OfSurvey(
      UUID surveyId,
      @Nullable UUID productId,
      @Schema(examples = "after-sales", maxLength = 64) @Nullable String service,
      Score score) {}

  /** The score of all surveys about a product. */
  @Schema(name = "SatisfactionOfProduct", description = "The score of all surveys on a product.")
  public record OfProduct(UUID productId, Score score) {}

  /** The score of all surveys about a service. */
  @Schema(name = "SatisfactionOfService", description = "The score of all surveys on a service.")
  public record OfService(
      @Schema(examples = "after-sales", maxLength = 64) String service, Score score) {}
}
