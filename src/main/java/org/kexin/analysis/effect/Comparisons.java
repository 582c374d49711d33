package org.kexin.analysis.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.analysis.algorithm.experiment.HolmAdjustment;
import org.kexin.analysis.algorithm.experiment.PromotionEffect;
import org.kexin.analysis.algorithm.experiment.Proportion;
import org.kexin.analysis.algorithm.experiment.SampleRatio;
import org.kexin.analysis.algorithm.experiment.SampleSize;
import org.kexin.analysis.algorithm.experiment.TwoProportions;
import org.kexin.analysis.algorithm.experiment.WelchTest;
import org.kexin.analysis.effect.NewComparison.ComparedArm;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Compares figures that a caller sends; reads nothing and keeps nothing. */
@ApplicationScoped
class Comparisons {

  private static final String METHOD =
      String.join(
          "; ",
          SampleRatio.METHOD,
          TwoProportions.METHOD,
          WelchTest.METHOD,
          HolmAdjustment.METHOD,
          SampleSize.METHOD);
  private static final double PERCENT = 100;
  private static final double LEAST_DIFFERENCE = 1e-6;

  private final Violations violations;

  Comparisons(Violations violations) {
    this.violations = violations;
  }

  /** Two tests of one arm against the control; the second where both have means. */
  private record Tested(TwoProportions conversion, @Nullable WelchTest value) {}

  /**
   * Compares every arm with the control.
   *
   * @throws ProblemException {@code validation-failed} if the figures contradict each other, or not
   *     exactly one arm is the control
   */
  ComparisonView compare(NewComparison asked) {
    ProblemException.demandNone(problems(asked));
    ComparedArm control =
        asked.arms().stream().filter(ComparedArm::control).findFirst().orElseThrow();
    List<ComparedArm> treated = asked.arms().stream().filter(arm -> !arm.control()).toList();
    List<Tested> tests = treated.stream().map(arm -> test(arm, control, asked.level())).toList();
    List<Measure<Double>> raw = new ArrayList<>();
    for (Tested test : tests) {
      raw.add(test.conversion().pValue());
      raw.add(
          test.value() == null ? Measure.missing(WelchTest.TOO_FEW_VALUES) : test.value().pValue());
    }
    List<Measure<Double>> adjusted = HolmAdjustment.adjust(raw);
    List<ComparisonView.ComparedWithControl> compared = new ArrayList<>();
    for (int i = 0; i < treated.size(); i++) {
      compared.add(
          view(treated.get(i), tests.get(i), adjusted.get(2 * i), adjusted.get(2 * i + 1), asked));
    }
    SampleRatio ratio = SampleRatio.of(asked.arms().stream().map(Comparisons::planned).toList());
    long tested = raw.stream().filter(p -> p.value() != null).count();
    return new ComparisonView(
        METHOD,
        asked.level(),
        asked.marginPercent(),
        warnings(ratio, tested),
        SampleRatioView.of(ratio),
        summary(control, asked.level()),
        compared,
        plan(asked.plan()));
  }

  private static List<Caveat> warnings(SampleRatio ratio, long tested) {
    List<Caveat> warnings = new ArrayList<>();
    if (ratio.mismatch()) {
      warnings.add(Caveat.of(PromotionEffect.SAMPLE_RATIO_MISMATCH));
    }
    if (tested > 1) {
      warnings.add(Caveat.of(PromotionEffect.SEVERAL_COMPARISONS));
    }
    return warnings;
  }

  private static SampleRatio.Planned planned(ComparedArm arm) {
    return new SampleRatio.Planned(
        arm.name(), arm.n(), Objects.requireNonNullElse(arm.plannedShare(), 1.0));
  }

  private static Tested test(ComparedArm arm, ComparedArm control, double level) {
    Moments.Summary first = moments(arm);
    Moments.Summary second = moments(control);
    return new Tested(
        TwoProportions.of(proportion(arm), proportion(control), level),
        first == null || second == null ? null : WelchTest.of(first, second, level));
  }

  private static ComparisonView.ComparedWithControl view(
      ComparedArm arm,
      Tested test,
      Measure<Double> adjustedConversion,
      Measure<Double> adjustedValue,
      NewComparison asked) {
    WelchTest value = test.value();
    Double difference = value == null ? null : value.difference().value();
    Double incremental = difference == null ? null : difference * arm.n();
    Double cost = arm.cost();
    Double returned =
        incremental == null || cost == null || cost == 0
            ? null
            : (asked.marginPercent() / PERCENT * incremental - cost) / cost;
    return new ComparisonView.ComparedWithControl(
        summary(arm, asked.level()),
        ShareDifference.of(test.conversion(), adjustedConversion),
        value == null ? null : MeanDifference.of(value, adjustedValue),
        incremental,
        returned == null || !Double.isFinite(returned) ? null : returned);
  }

  private static ComparisonView.ArmSummary summary(ComparedArm arm, double level) {
    Proportion share = proportion(arm);
    return new ComparisonView.ArmSummary(
        arm.name(),
        arm.n(),
        arm.conversions(),
        share.share().value(),
        new Figures().interval("interval", share.wilson(level)));
  }

  private static Proportion proportion(ComparedArm arm) {
    return new Proportion(arm.conversions(), arm.n());
  }

  private static Moments.@Nullable Summary moments(ComparedArm arm) {
    Double mean = arm.mean();
    Double deviation = arm.standardDeviation();
    if (mean == null || deviation == null) {
      return null;
    }
    if (arm.n() == 0) {
      return new Moments().summary();
    }
    return arm.n() == 1
        ? new Moments.Summary(1, Measure.of(mean), Measure.missing(Moments.ONE_VALUE))
        : Moments.Summary.of(arm.n(), mean, deviation);
  }

  private static ComparisonView.@Nullable PlannedSize plan(
      NewComparison.@Nullable PlannedTest plan) {
    if (plan == null) {
      return null;
    }
    SampleSize size =
        SampleSize.of(plan.baseRate(), plan.expectedRate(), plan.alpha(), plan.power());
    return new ComparisonView.PlannedSize(size.exact(), size.perArm());
  }

  private List<FieldProblem> problems(NewComparison asked) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(asked));
    if (asked.arms().stream().filter(ComparedArm::control).count() != 1) {
      problems.add(new FieldProblem("/arms", "one-control", "Exactly one arm is the control."));
    }
    long shares = asked.arms().stream().filter(arm -> arm.plannedShare() != null).count();
    if (shares != 0 && shares != asked.arms().size()) {
      problems.add(
          new FieldProblem("/arms", "planned-share", "Say plannedShare for all arms or for none."));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < asked.arms().size(); i++) {
      ComparedArm arm = asked.arms().get(i);
      String pointer = "/arms/" + i;
      if (!names.add(arm.name())) {
        problems.add(new FieldProblem(pointer + "/name", "duplicate", "Each arm has its name."));
      }
      if (arm.conversions() > arm.n()) {
        problems.add(
            new FieldProblem(pointer + "/conversions", "out-of-range", "Not more than n."));
      }
      if ((arm.mean() == null) != (arm.standardDeviation() == null)) {
        problems.add(
            new FieldProblem(
                pointer + "/mean", "needed", "Say mean and standardDeviation, or neither."));
      }
    }
    NewComparison.PlannedTest plan = asked.plan();
    if (plan != null && !isPossible(plan)) {
      problems.add(
          new FieldProblem(
              "/plan/relativeUplift",
              "out-of-range",
              "The expected share is within 0 to 1 and differs from baseRate by a millionth."));
    }
    return problems;
  }

  private static boolean isPossible(NewComparison.PlannedTest plan) {
    double expected = plan.expectedRate();
    return expected >= 0
        && expected <= 1
        && Math.abs(expected - plan.baseRate()) >= LEAST_DIFFERENCE;
  }
}
