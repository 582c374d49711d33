package org.kexin.analysis.algorithm.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * Early warning of a rising rate of complaints by a cumulative sum (CUSUM) of Poisson counts: Page
 * (1954), Continuous inspection schemes, Biometrika 41; Lucas (1985), Counted data CUSUM's,
 * Technometrics 27. Each watched period adds its log likelihood ratio of a risen to the usual rate,
 * S = max(0, S + x·ln f − (f − 1)·λ₀·e), with x events, exposure e, usual rate λ₀ and rise f. The
 * alarm is at S ≥ h = ln A. It then takes at least A periods on average to a false alarm (Lorden
 * 1971, Procedures for reacting to a change in distribution, Annals of Mathematical Statistics 42),
 * and m watched periods have a false alarm with a probability of at most m/A, whatever the rate and
 * however unequal the exposures. A u chart at 3σ sees a sudden jump; this sees a slow rise.
 *
 * @param state what the watched periods say
 * @param reason why nothing can be said; null unless undecided
 * @param baselineRate λ₀, events per exposure in the complete periods before the watched ones
 * @param threshold h
 * @param watched the last complete periods, in the order of time
 * @param since label of the period in which the rise probably began; null unless it rises or rose
 * @param riseRatio rate since then / baseline rate
 * @param warnings what weakens the answer
 * @param leftOut periods that were not used
 */
public record EarlyWarning(
    State state,
    @Nullable Reason reason,
    Measure<Double> baselineRate,
    double threshold,
    List<Watched> watched,
    @Nullable String since,
    Measure<Double> riseRatio,
    List<Reason> warnings,
    List<LeftOut> leftOut) {

  /** Name and version for the answer. */
  public static final String METHOD =
      "Poisson CUSUM/1 (Page 1954, Lucas 1985; threshold Lorden 1971)";

  /** Counts periods that are still running. */
  public static final Reason INCOMPLETE_PERIODS =
      new Reason("INCOMPLETE_PERIODS", "Periods that are not complete were left out.");

  /** Counts periods without exposure. */
  public static final Reason NO_EXPOSURE =
      new Reason("NO_EXPOSURE", "Periods in which nothing was sold or served were left out.");

  /** The usual rate is not known well enough. */
  public static final Reason BASELINE_TOO_SMALL =
      new Reason("BASELINE_TOO_SMALL", "There are too few events before the watched periods.");

  /** Nothing has risen. */
  public static final Reason NO_RISE = new Reason("NO_RISE", "No rise was found.");

  /** The baseline varies more than Poisson counts do. */
  public static final Reason OVERDISPERSED =
      new Reason(
          "OVERDISPERSED",
          "The usual rate varies more than chance explains, so false alarms are more frequent.");

  private static final double OVERDISPERSION_P = .01;

  /** What the watched periods say. */
  public enum State {
    /** No alarm. */
    QUIET,
    /** The sum is at or above the threshold in the last period. */
    RISING,
    /** It was, and is below it again. */
    SUBSIDED,
    /** The usual rate is not known. */
    UNDECIDED
  }

  public EarlyWarning {
    watched = List.copyOf(watched);
    warnings = List.copyOf(warnings);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One period.
   *
   * @param label names it, such as a week
   * @param events complaints, 0 or more
   * @param exposure units sold or served, 0 or more; 1 each when only time counts
   * @param complete false for a period that is still running
   */
  public record Period(String label, long events, double exposure, boolean complete) {

    /**
     * @throws IllegalArgumentException if events or exposure are negative, or exposure is not
     *     finite
     */
    public Period {
      if (events < 0 || !(exposure >= 0 && Double.isFinite(exposure))) {
        throw new IllegalArgumentException("not a period: " + events + " of " + exposure);
      }
    }
  }

  /**
   * One watched period.
   *
   * @param sum S after it, 0 or more
   * @param alarm whether S is at or above the threshold
   */
  public record Watched(Period period, double sum, boolean alarm) {}

  /**
   * How to watch.
   *
   * @param watchedPeriods last complete periods to watch, at least 1; those before are the baseline
   * @param rise f, the rise to be found soonest, above 1 up to 10
   * @param periodsToFalseAlarm A, mean number of periods to a false alarm, at least 2
   * @param minimumBaselineEvents events needed to know the usual rate, at least 1
   */
  public record Parameters(
      int watchedPeriods, double rise, double periodsToFalseAlarm, long minimumBaselineEvents) {

    /**
     * @throws IllegalArgumentException if a value is outside the range given above
     */
    public Parameters {
      boolean finite = periodsToFalseAlarm >= 2 && Double.isFinite(periodsToFalseAlarm);
      if (watchedPeriods < 1 || !(rise > 1 && rise <= 10) || !finite || minimumBaselineEvents < 1) {
        throw new IllegalArgumentException("needed: a period, 1 < rise <= 10, A >= 2, an event");
      }
    }

    /** Twelve periods, a rise by half, a false alarm in 100 periods, 20 events. */
    public static Parameters defaults() {
      return new Parameters(12, 1.5, 100, 20);
    }
  }

  /**
   * Watches a series.
   *
   * @param periods in the order of time, also those without events
   */
  public static EarlyWarning of(List<Period> periods, Parameters parameters) {
    List<Period> usable =
        periods.stream().filter(period -> period.complete() && period.exposure() > 0).toList();
    int start = Math.max(0, usable.size() - parameters.watchedPeriods());
    List<Period> baseline = usable.subList(0, start);
    double events = baseline.stream().mapToDouble(Period::events).sum();
    double exposure = baseline.stream().mapToDouble(Period::exposure).sum();
    double rate = events / exposure;
    double threshold = Math.log(parameters.periodsToFalseAlarm());
    List<LeftOut> leftOut = leftOut(periods);
    if (events < parameters.minimumBaselineEvents() || !Double.isFinite(rate) || rate == 0) {
      return new EarlyWarning(
          State.UNDECIDED,
          BASELINE_TOO_SMALL,
          Measure.missing(BASELINE_TOO_SMALL),
          threshold,
          List.of(),
          null,
          Measure.missing(BASELINE_TOO_SMALL),
          List.of(),
          leftOut);
    }
    List<Watched> watched =
        watch(usable.subList(start, usable.size()), rate, parameters.rise(), threshold);
    return verdict(watched, rate, threshold, warnings(baseline, rate), leftOut);
  }

  private static List<Watched> watch(
      List<Period> periods, double rate, double rise, double threshold) {
    List<Watched> watched = new ArrayList<>();
    double sum = 0;
    for (Period period : periods) {
      double step = period.events() * Math.log(rise) - (rise - 1) * rate * period.exposure();
      sum = Math.clamp(sum + step, 0, Double.MAX_VALUE);
      watched.add(new Watched(period, sum, sum >= threshold));
    }
    return watched;
  }

  private static EarlyWarning verdict(
      List<Watched> watched,
      double rate,
      double threshold,
      List<Reason> warnings,
      List<LeftOut> leftOut) {
    int alarm = watched.size() - 1;
    while (alarm >= 0 && !watched.get(alarm).alarm()) {
      alarm--;
    }
    if (alarm < 0) {
      return new EarlyWarning(
          State.QUIET,
          null,
          Measure.of(rate),
          threshold,
          watched,
          null,
          Measure.missing(NO_RISE),
          warnings,
          leftOut);
    }
    int start = alarm;
    while (start > 0 && watched.get(start - 1).sum() > 0) {
      start--;
    }
    List<Watched> risen = watched.subList(start, alarm + 1);
    double events = risen.stream().mapToDouble(one -> one.period().events()).sum();
    double exposure = risen.stream().mapToDouble(one -> one.period().exposure()).sum();
    double ratio = events / exposure / rate;
    return new EarlyWarning(
        alarm == watched.size() - 1 ? State.RISING : State.SUBSIDED,
        null,
        Measure.of(rate),
        threshold,
        watched,
        watched.get(start).period().label(),
        Double.isFinite(ratio) ? Measure.of(ratio) : Measure.missing(ControlChart.OUT_OF_RANGE),
        warnings,
        leftOut);
  }

  /** Chi-square of the counts against equal rates, k − 1 degrees of freedom. */
  private static List<Reason> warnings(List<Period> baseline, double rate) {
    double statistic = 0;
    for (Period period : baseline) {
      double expected = rate * period.exposure();
      double distance = period.events() - expected;
      statistic += expected == 0 ? 0 : distance * distance / expected;
    }
    boolean overdispersed =
        baseline.size() > 1
            && (!Double.isFinite(statistic)
                || TailProbabilities.chiSquareUpper(statistic, baseline.size() - 1.0)
                    < OVERDISPERSION_P);
    return overdispersed ? List.of(OVERDISPERSED) : List.of();
  }

  private static List<LeftOut> leftOut(List<Period> periods) {
    List<LeftOut> entries = new ArrayList<>();
    long incomplete = periods.stream().filter(period -> !period.complete()).count();
    if (incomplete > 0) {
      entries.add(new LeftOut(INCOMPLETE_PERIODS, incomplete));
    }
    long empty =
        periods.stream().filter(period -> period.complete() && period.exposure() == 0).count();
    if (empty > 0) {
      entries.add(new LeftOut(NO_EXPOSURE, empty));
    }
    return entries;
  }
}
