package org.kexin.analysis.algorithm.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.analysis.algorithm.Reason;

/**
 * Charts of means and ranges (X̄ and R) of samples of one size: Montgomery, Introduction to
 * statistical quality control, chapter on control charts for variables.
 *
 * @param constants of the sample size
 * @param means X̄ chart: mean of the means ± A₂R̄, patterns by the rules asked for
 * @param ranges R chart: D₃R̄ to D₄R̄; only points beyond a limit, since ranges are skewed
 * @param standardDeviation of the process, R̄/d₂
 * @param leftOut samples that were not used
 */
public record MeanRangeChart(
    ChartConstants constants,
    ControlChart means,
    ControlChart ranges,
    Measure<Double> standardDeviation,
    List<LeftOut> leftOut) {

  /** Name and version for the answer. */
  public static final String METHOD = "X-bar and R charts/1 (Montgomery; ASTM MNL 7 constants)";

  /** Counts samples of another size, which have other constants. */
  public static final Reason OTHER_SIZE =
      new Reason("OTHER_SIZE", "Samples of another size than the chart's were left out.");

  /** Counts samples whose range is not a finite double. */
  public static final Reason RANGE_TOO_LARGE =
      new Reason("RANGE_TOO_LARGE", "Samples with values too far apart were left out.");

  private static final double SIGMAS = 3;

  public MeanRangeChart {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Values taken together.
   *
   * @param label names the sample, such as a day
   * @param values finite, in any order
   */
  public record Sample(String label, List<Double> values) {

    /**
     * @throws IllegalArgumentException if a value is not finite
     */
    public Sample {
      values = List.copyOf(values);
      if (!values.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("a sample has finite values");
      }
    }

    private double mean() {
      Moments moments = new Moments();
      values.forEach(moments::add);
      return moments.summary().mean().orElseThrow();
    }

    private double range() {
      return values.stream().mapToDouble(value -> value).max().orElse(0)
          - values.stream().mapToDouble(value -> value).min().orElse(0);
    }
  }

  /**
   * Draws both charts.
   *
   * @param samples in the order of time
   * @param size of a sample, 2 to 25; others are left out and counted
   * @param rules to look for among the means
   * @param remove whether samples out of control on either chart are removed, round by round
   * @throws IllegalArgumentException if the size is not within 2 to 25
   */
  public static MeanRangeChart of(
      List<Sample> samples, int size, Set<RunRule> rules, boolean remove) {
    ChartConstants constants = ChartConstants.of(size);
    List<Sample> sized = samples.stream().filter(s -> s.values().size() == size).toList();
    List<Sample> kept = sized.stream().filter(s -> Double.isFinite(s.range())).toList();
    List<LeftOut> leftOut = new ArrayList<>();
    if (sized.size() < samples.size()) {
      leftOut.add(new LeftOut(OTHER_SIZE, samples.size() - (long) sized.size()));
    }
    if (kept.size() < sized.size()) {
      leftOut.add(new LeftOut(RANGE_TOO_LARGE, sized.size() - (long) kept.size()));
    }
    return new Fitting(kept, constants).charts(rules, remove, leftOut);
  }

  /** The removal of samples, of which both charts must be told. */
  private static final class Fitting {
    private final List<Sample> samples;
    private final ChartConstants constants;
    private final double[] means;
    private final double[] ranges;
    private final boolean[] used;
    private final List<ControlChart.Round> meanRounds = new ArrayList<>();
    private final List<ControlChart.Round> rangeRounds = new ArrayList<>();

    Fitting(List<Sample> samples, ChartConstants constants) {
      this.samples = samples;
      this.constants = constants;
      this.means = samples.stream().mapToDouble(Sample::mean).toArray();
      this.ranges = samples.stream().mapToDouble(Sample::range).toArray();
      this.used = new boolean[means.length];
      Arrays.fill(used, true);
    }

    MeanRangeChart charts(Set<RunRule> rules, boolean remove, List<LeftOut> leftOut) {
      Double mean = average(means);
      Double range = average(ranges);
      while (mean != null && range != null) {
        double centre = mean;
        double width = range;
        List<Integer> out = out(i -> meanIsOut(i, centre, width));
        List<Integer> wide = out(i -> rangeIsOut(i, width));
        meanRounds.add(new ControlChart.Round(centre, out));
        rangeRounds.add(new ControlChart.Round(width, wide));
        if ((out.isEmpty() && wide.isEmpty()) || !remove) {
          break;
        }
        out.forEach(i -> used[i] = false);
        wide.forEach(i -> used[i] = false);
        mean = average(means);
        range = average(ranges);
      }
      if (mean == null || range == null) {
        return undrawn(leftOut);
      }
      return new MeanRangeChart(
          constants,
          meanChart(mean, range, rules),
          rangeChart(range),
          Measure.of(range / constants.d2()),
          leftOut);
    }

    private @Nullable Double average(double[] values) {
      Moments moments = new Moments();
      for (int i = 0; i < values.length; i++) {
        if (used[i]) {
          moments.add(values[i]);
        }
      }
      return moments.summary().mean().value();
    }

    private List<Integer> out(IntPredicate isOut) {
      return IntStream.range(0, used.length).filter(i -> used[i] && isOut.test(i)).boxed().toList();
    }

    private boolean meanIsOut(int i, double centre, double range) {
      return beyond(deviation(means[i] - centre, constants.a2() * range));
    }

    /** D₃ and D₄ lie as far from 1, so one deviation serves both limits. */
    private boolean rangeIsOut(int i, double range) {
      return beyond(deviation(ranges[i] - range, (constants.d4() - 1) * range));
    }

    private static boolean beyond(double deviation) {
      return !RunRule.WESTERN_ELECTRIC_1.find(List.of(deviation)).isEmpty();
    }

    private static double deviation(double distance, double reach) {
      return reach == 0
          ? Math.signum(distance) * Double.MAX_VALUE
          : Math.clamp(distance / reach * SIGMAS, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private ControlChart meanChart(double centre, double range, Set<RunRule> rules) {
      double reach = constants.a2() * range;
      List<ControlChart.Point> points = new ArrayList<>();
      List<@Nullable Double> deviations = new ArrayList<>();
      for (int i = 0; i < means.length; i++) {
        deviations.add(deviation(means[i] - centre, reach));
        points.add(point(i, means[i], centre - reach, centre + reach, meanIsOut(i, centre, range)));
      }
      List<RunRule.Signal> signals =
          Arrays.stream(RunRule.values())
              .filter(rules::contains)
              .flatMap(rule -> rule.find(deviations).stream())
              .toList();
      return new ControlChart(Measure.of(centre), points, meanRounds, signals);
    }

    private ControlChart rangeChart(double range) {
      List<ControlChart.Point> points = new ArrayList<>();
      List<@Nullable Double> deviations = new ArrayList<>();
      for (int i = 0; i < ranges.length; i++) {
        deviations.add(deviation(ranges[i] - range, (constants.d4() - 1) * range));
        points.add(
            point(
                i,
                ranges[i],
                constants.d3() * range,
                constants.d4() * range,
                rangeIsOut(i, range)));
      }
      return new ControlChart(
          Measure.of(range), points, rangeRounds, RunRule.WESTERN_ELECTRIC_1.find(deviations));
    }

    private ControlChart.Point point(int i, double value, double lower, double upper, boolean out) {
      return new ControlChart.Point(
          samples.get(i).label(), Measure.of(value), finite(lower), finite(upper), out, !used[i]);
    }

    private static Measure<Double> finite(double value) {
      return Double.isFinite(value)
          ? Measure.of(value)
          : Measure.missing(ControlChart.OUT_OF_RANGE);
    }

    private MeanRangeChart undrawn(List<LeftOut> leftOut) {
      Reason reason = meanRounds.isEmpty() ? ControlChart.NO_POINTS : ControlChart.ALL_REMOVED;
      return new MeanRangeChart(
          constants,
          undrawn(means, meanRounds, reason),
          undrawn(ranges, rangeRounds, reason),
          Measure.missing(reason),
          leftOut);
    }

    private ControlChart undrawn(double[] values, List<ControlChart.Round> rounds, Reason reason) {
      Measure<Double> missing = Measure.missing(reason);
      List<ControlChart.Point> points =
          IntStream.range(0, values.length)
              .mapToObj(
                  i ->
                      new ControlChart.Point(
                          samples.get(i).label(),
                          Measure.of(values[i]),
                          missing,
                          missing,
                          true,
                          true))
              .toList();
      return new ControlChart(missing, points, rounds, List.of());
    }
  }
}
