package org.kexin.analysis.enterprise;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.ratio.CreditGrade;
import org.kexin.analysis.algorithm.ratio.EnterpriseRatios;

/** Ratios and the credit grade of an enterprise. */
@Schema(
    name = "EnterpriseStrength",
    description = "Ratios and the credit grade of an enterprise (企业实力分析).")
record EnterpriseStrengthView(
    @Schema(description = "The method.", examples = "enterprise ratios/1", maxLength = 500)
        String method,
    LocalDate periodEnd,
    @Schema(description = "Every ratio, with a value or the reason why not.", maxItems = 20)
        List<RatioValue> ratios,
    CreditGradeView creditGrade) {

  /** One ratio. */
  @Schema(name = "EnterpriseRatio", description = "One ratio; a value or a reason.")
  record RatioValue(
      @Schema(examples = "CURRENT", maxLength = 40) String ratio,
      @Schema(description = "How it is computed.", examples = "a / b", maxLength = 200)
          String formula,
      @Schema(examples = "2") @Nullable Double value,
      @Schema(
              description = "Whether a balance is the closing one or the mean with the opening.",
              examples = "CLOSING",
              maxLength = 20)
          String base,
      @Schema(description = "Why there is no value.", examples = "ITEM_MISSING", maxLength = 60)
          @Nullable String reason) {}

  /** The credit grade. */
  @Schema(name = "CreditGrade", description = "The credit grade (信用等级) and what it rests on.")
  record CreditGradeView(
      @Schema(
              description = "AAA to C; absent where too little is known.",
              examples = "AA",
              maxLength = 20)
          @Nullable String grade,
      @Schema(description = "0 to 100.", examples = "83.5") @Nullable Double score,
      @Schema(
              description = "Version of bands and weights.",
              examples = "credit-standard/1",
              maxLength = 60)
          String policy,
      @Schema(description = "Share of the weights that is known, 0 to 1.", examples = "0.95")
          double coverage,
      @Schema(description = "Why there is no grade.", examples = "TOO_LITTLE_KNOWN", maxLength = 60)
          @Nullable String reason,
      @Schema(description = "In the order of the policy.", maxItems = 20) List<CreditPart> parts) {}

  /** What one ratio adds. */
  @Schema(name = "CreditGradePart", description = "What one ratio adds to the score.")
  record CreditPart(
      @Schema(examples = "CURRENT", maxLength = 40) String ratio,
      @Schema(examples = "10") double weight,
      @Schema(description = "0 to 100.", examples = "100") @Nullable Double points,
      @Schema(description = "To the score.", examples = "10.5") @Nullable Double contribution,
      @Schema(description = "In words.", examples = "Pays 3 days late.", maxLength = 500)
          String detail) {}

  static EnterpriseStrengthView of(EnterpriseRatios ratios, CreditGrade grade) {
    return new EnterpriseStrengthView(
        EnterpriseRatios.METHOD + "; " + CreditGrade.METHOD,
        ratios.statement().periodEnd(),
        ratios.ratios().stream()
            .map(
                it ->
                    new RatioValue(
                        it.ratio().name(),
                        it.ratio().formula(),
                        it.value().value(),
                        it.base().name(),
                        it.value().reason() == null ? null : it.value().reason().code()))
            .toList(),
        new CreditGradeView(
            grade.grade().value(),
            grade.score().value(),
            grade.policyVersion(),
            grade.coverage(),
            grade.grade().reason() == null ? null : grade.grade().reason().code(),
            grade.parts().stream()
                .map(
                    it ->
                        new CreditPart(
                            it.ratio().name(),
                            it.weight(),
                            it.points().value(),
                            it.contribution().value(),
                            it.reason().detail()))
                .toList()));
  }
}
