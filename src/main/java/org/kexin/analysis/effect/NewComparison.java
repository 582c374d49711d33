package org.kexin.analysis.effect;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Arms of a test in figures, to be compared. */
@Schema(description = "Arms of a test in figures, to be compared (A/B 对比).")
record NewComparison(
    @Schema(description = "One of them is the control.") @NotNull @Size(min = 2, max = MAX_ARMS)
        List<@NotNull @Valid ComparedArm> arms,
    @Schema(
            description = "Confidence of intervals, 0.5 to 0.9999.",
            examples = "0.95",
            defaultValue = "0.95")
        @DecimalMin("0.5")
        @DecimalMax("0.9999")
        Double level,
    @Schema(
            description = "Share of the value that is earned (毛利率), 0 to 100.",
            examples = "30",
            defaultValue = "100")
        @DecimalMin("0")
        @DecimalMax("100")
        Double marginPercent,
    @Schema(description = "A test that is being planned.") @Valid @Nullable PlannedTest plan) {

  static final int MAX_ARMS = 20;

  private static final double LEVEL = .95;
  private static final double WHOLE = 100;

  /** A missing list is an empty one, a missing number its default. */
  NewComparison {
    arms = arms == null ? List.of() : List.copyOf(arms);
    level = Objects.requireNonNullElse(level, LEVEL);
    marginPercent = Objects.requireNonNullElse(marginPercent, WHOLE);
  }

  /** One arm. */
  @Schema(description = "One arm of a test.")
  record ComparedArm(
      @Schema(description = "Nothing about a person.", examples = "Mens E-Mail")
          @NotNull
          @Size(min = 1, max = 100)
          String name,
      @Schema(description = "Whether the others are compared with it.", examples = "false")
          Boolean control,
      @Schema(description = "Customers in it.", examples = "21307") @Min(0) @Max(MOST) long n,
      @Schema(description = "Those who did what was hoped for.", examples = "3894")
          @Min(0)
          @Max(MOST)
          long conversions,
      @Schema(description = "Mean of a value for each customer.", examples = "1.422617")
          @DecimalMin("-1000000000000")
          @DecimalMax("1000000000000")
          @Nullable Double mean,
      @Schema(
              description = "Its standard deviation, with n - 1; needed beside a mean.",
              examples = "17.754205")
          @DecimalMin("0")
          @DecimalMax("1000000000000")
          @Nullable Double standardDeviation,
      @Schema(
              description = "Planned size relative to the others; all alike where no arm says one.",
              examples = "1")
          @DecimalMin("0.000001")
          @DecimalMax("1000000")
          @Nullable Double plannedShare,
      @Schema(description = "What it cost, in the unit of the value.", examples = "2130.7")
          @DecimalMin("0")
          @DecimalMax("1000000000000")
          @Nullable Double cost) {

    static final long MOST = 1_000_000_000_000L;

    /** A missing flag is not set. */
    ComparedArm {
      control = Objects.requireNonNullElse(control, false);
    }
  }

  /** What a test is planned for. */
  @Schema(description = "What a test is planned for (样本量).")
  record PlannedTest(
      @Schema(description = "Share of the control, 0 to 1.", examples = "0.1")
          @DecimalMin("0")
          @DecimalMax("1")
          double baseRate,
      @Schema(
              description = "Treated / control - 1 that is to be seen; 0.2 is a fifth more.",
              examples = "0.2")
          @DecimalMin("-1")
          @DecimalMax("1000000")
          double relativeUplift,
      @Schema(
              description = "Two-sided probability of a false alarm, 0.0001 to 0.5.",
              examples = "0.05",
              defaultValue = "0.05")
          @DecimalMin("0.0001")
          @DecimalMax("0.5")
          Double alpha,
      @Schema(
              description = "Probability to see the uplift, 0.5 to 0.9999.",
              examples = "0.8",
              defaultValue = "0.8")
          @DecimalMin("0.5")
          @DecimalMax("0.9999")
          Double power) {

    private static final double ALPHA = .05;
    private static final double POWER = .8;

    /** Missing numbers are the defaults. */
    PlannedTest {
      alpha = Objects.requireNonNullElse(alpha, ALPHA);
      power = Objects.requireNonNullElse(power, POWER);
    }

    /** Share that the treated are expected to have. */
    double expectedRate() {
      return baseRate * (1 + relativeUplift);
    }
  }
}
