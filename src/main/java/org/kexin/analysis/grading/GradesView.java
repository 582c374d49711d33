package org.kexin.analysis.grading;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.customer.Kind;
import org.kexin.shared.http.Drawn;

/** How grades spread over customers. */
@Schema(name = "Grades", description = "How grades spread over customers (客户分级).")
record GradesView(About about, @Schema(maxItems = 2) List<OfKind> kinds) implements Drawn {

  @Override
  public String svg(Locale language) {
    return GradeCharts.of(this).svg(language);
  }

  /** Customers of one kind, by the policy for them. */
  @Schema(name = "GradesOfKind", description = "Customers of one kind, by the policy for them.")
  record OfKind(
      About about,
      Kind kind,
      @Schema(
              description = "Number of the policy; absent in a preview.",
              examples = "1",
              minimum = "1")
          @Nullable Integer policy,
      @Schema(description = "Day of the judgement.") LocalDate referenceDate,
      @Schema(
              description =
                  "Customers who were graded: live ones who do not object to profiling; absent"
                      + " where they are too few to show.",
              examples = "4338",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long customers,
      @Schema(description = "From the best one down.", maxItems = 4) List<GradeCount> grades,
      @Schema(
              description =
                  "Where RFM scores begin; absent where nobody bought, and for roles that may not"
                      + " see individuals.")
          @Nullable ScoreBounds scoreBounds,
      @Schema(
              description =
                  "Whether groups of people are graded alike; empty for roles that may not see"
                      + " individuals.",
              maxItems = 3)
          List<Fairness> fairness) {}

  /** Customers of one grade. */
  @Schema(
      name = "GradeCount",
      description = "Customers of one grade; without figures where they are too few to show.")
  record GradeCount(
      Grade grade,
      @Schema(examples = "120", minimum = "0") @Nullable Long customers,
      @Schema(description = "Of all graded, 0 to 1.", examples = "0.0277")
          @Nullable Double share) {}

  /** The values that begin the scores 2 to 5; of recency, in days, 4 down to 1. */
  @Schema(
      name = "RfmScoreBounds",
      description = "The values that begin the scores 2 to 5; of recency, in days, 4 down to 1.")
  record ScoreBounds(
      @Schema(maxItems = 4, examples = "[\"30\",\"61\",\"120\",\"240\"]")
          List<@Size(max = 40) String> recency,
      @Schema(maxItems = 4, examples = "[\"2\",\"3\",\"5\",\"9\"]")
          List<@Size(max = 40) String> frequency,
      @Schema(maxItems = 4, examples = "[\"250\",\"500\",\"1000\",\"2500\"]")
          List<@Size(max = 40) String> monetary) {}

  /** One attribute of people, which no policy may use. */
  @Schema(
      name = "GradingFairness",
      description =
          "One attribute, which no policy grades by: the share of each group above ORDINARY"
              + " against the largest such share. Below four fifths it should be looked into.")
  record Fairness(
      @Schema(examples = "GENDER", maxLength = 40) String attribute,
      @Schema(
              description = "The group with the largest share; absent where none is large enough.",
              examples = "FEMALE",
              maxLength = 100)
          @Nullable String reference,
      @Schema(maxItems = 50) List<FairnessGroup> groups) {}

  /** One group. */
  @Schema(name = "GradingFairnessGroup", description = "One group and what it is given.")
  record FairnessGroup(
      @Schema(examples = "MALE", maxLength = 100) String value,
      @Schema(examples = "2000", minimum = "0") long customers,
      @Schema(description = "Above ORDINARY.", examples = "610", minimum = "0") long graded,
      @Schema(description = "Absent for a group too small to compare.", examples = "0.305")
          @Nullable Double share,
      @Schema(description = "Of the share to that of the reference.", examples = "0.77")
          @Nullable Double ratio,
      @Schema(description = "Whether the ratio is below four fifths.") boolean adverse) {}
}
