package org.kexin.analysis.grading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.analysis.algorithm.grading.GradingFact;
import org.kexin.analysis.algorithm.grading.GradingTerms;

/**
 * What a policy says.
 *
 * @param months of sales that count, up to the day of the judgement
 * @param currency of revenue; null for the currency of most sales
 */
@Schema(
    name = "GradingTerms",
    description =
        "What earns which grade: the best one whose minimum score and conditions are all met, else"
            + " ORDINARY (普通). Facts are those of a closed list: what customers did, never what they"
            + " are.")
record PolicyTerms(
    @Schema(description = "Months of sales that count.", examples = "12") @NotNull @Min(1) @Max(60)
        Integer months,
    @Schema(
            description = "ISO 4217 code of revenue; the currency of most sales when absent.",
            examples = "CNY")
        @Nullable
        @Pattern(regexp = "^[A-Z]{3}$")
        @Size(max = 3)
        String currency,
    @Schema(description = "What the score is made of, each fact once.") @Size(max = 7)
        List<@Valid @NotNull FactWeight> weights,
    @Schema(description = "From the best one down; ORDINARY has no conditions.")
        @NotNull
        @Size(min = 1, max = 3)
        List<@Valid @NotNull GradeTerms> grades) {

  private static final String DECIMAL = "^[0-9]{1,12}(\\.[0-9]{1,2})?$";

  /** A missing list is an empty one. */
  PolicyTerms {
    weights = Objects.requireNonNullElse(weights, List.of());
    grades = Objects.requireNonNullElse(grades, List.of());
  }

  /** What a fact adds to the score. */
  @Schema(
      name = "GradingWeight",
      description = "Points of the fact times its weight over all weights add up to the score.")
  record FactWeight(
      @Schema(
              description =
                  "REVENUE, ORDERS and POINTS of the period, one of the RFM scores, or"
                      + " MEMBERSHIP_LEVEL.",
              examples = "MONETARY_SCORE")
          @NotNull
          GradingFact fact,
      @Schema(examples = "40") @NotNull @Min(1) @Max(1_000) Integer weight,
      @Schema(description = "Ascending; the last one reached counts.")
          @NotNull
          @Size(min = 1, max = 10)
          List<@Valid @NotNull FactBand> bands) {}

  /** Points from a value on. */
  @Schema(name = "GradingBand", description = "Points from a value of the fact on.")
  record FactBand(
      @Schema(description = "Decimal; the value belongs to the band.", examples = "4")
          @NotNull
          @Pattern(regexp = DECIMAL)
          @Size(max = 15)
          String from,
      @Schema(examples = "80") @NotNull @Min(0) @Max(100) Integer points) {}

  /** What a grade asks for. */
  @Schema(name = "GradingGrade", description = "What a grade asks for; all of it.")
  record GradeTerms(
      @Schema(description = "ADVANCED (高级), VIP or SUPREME (至尊).", examples = "VIP") @NotNull
          Grade grade,
      @Schema(description = "0 asks for none.", examples = "75") @NotNull @Min(0) @Max(100)
          Integer minimumScore,
      @Size(max = 7) List<@Valid @NotNull FactCondition> conditions) {

    /** A missing list is an empty one. */
    GradeTerms {
      conditions = Objects.requireNonNullElse(conditions, List.of());
    }
  }

  /** A fact is at least that. */
  @Schema(name = "GradingCondition", description = "A fact is known and at least that.")
  record FactCondition(
      @Schema(description = "The fact that is asked for.", examples = "REVENUE") @NotNull
          GradingFact fact,
      @Schema(description = "Decimal.", examples = "5000")
          @NotNull
          @Pattern(regexp = DECIMAL)
          @Size(max = 15)
          String atLeast) {}

  /** The first day that counts for a judgement of that day. */
  LocalDate firstDay(LocalDate day) {
    return day.minusMonths(months).plusDays(1);
  }

  /**
   * For the algorithm.
   *
   * @throws IllegalArgumentException if the terms contradict themselves
   */
  @JsonIgnore
  GradingTerms rules() {
    return new GradingTerms(
        weights.stream()
            .map(
                it ->
                    new GradingTerms.Weight(
                        it.fact(),
                        it.weight(),
                        it.bands().stream()
                            .map(
                                band ->
                                    new GradingTerms.Band(
                                        new BigDecimal(band.from()), band.points()))
                            .toList()))
            .toList(),
        grades.stream()
            .map(
                it ->
                    new GradingTerms.Requirement(
                        it.grade(),
                        it.minimumScore(),
                        it.conditions().stream()
                            .map(
                                one ->
                                    new GradingTerms.Condition(
                                        one.fact(), new BigDecimal(one.atLeast())))
                            .toList()))
            .toList());
  }
}
