package org.kexin.analysis.algorithm.satisfaction;

import java.math.BigInteger;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;
import org.kexin.analysis.algorithm.experiment.Proportion;

/**
 * The score of some answers.
 *
 * <ul>
 *   <li>NPS = 100·(P − D)/n with D the answers 0–6 and P the answers 9–10; variance p + d − (p −
 *       d)², standard error 100·√(variance/n), Wald interval, clipped to −100..100
 *   <li>CSAT = share of the answers 4–5; standard error √(p(1 − p)/n), Wilson interval
 *   <li>CES = mean; standard error s/√n, interval of Student's t with n − 1 degrees of freedom,
 *       clipped to 1..7
 * </ul>
 *
 * @param answers that were counted
 * @param value in the unit of the scale
 * @param standardError in the unit of the scale
 * @param interval of the value; missing where all answers are alike and the formula would give an
 *     interval without width
 */
public record SatisfactionScore(
    Answers answers,
    Measure<Double> value,
    Measure<Double> standardError,
    Measure<Interval> interval) {

  /** Nobody answered. */
  public static final Reason NO_ANSWERS =
      new Reason("NO_ANSWERS", "There is no answer on the scale.");

  /** One answer has no spread. */
  public static final Reason ONE_ANSWER =
      new Reason("ONE_ANSWER", "A standard error needs at least two answers.");

  /** The spread is 0, which does not mean that the score is certain. */
  public static final Reason ALL_ALIKE =
      new Reason("ALL_ALIKE", "All answers count alike, so they say nothing about the error.");

  static final int HIGHEST_DETRACTOR = 6;
  static final int LOWEST_PROMOTER = 9;
  static final int LOWEST_SATISFIED = 4;
  private static final double POINTS = 100;

  /**
   * Computes the score of the answers' scale.
   *
   * @param level confidence of the interval, such as 0.95
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public static SatisfactionScore of(Answers answers, double level) {
    Interval.checkLevel(level);
    if (answers.n() == 0) {
      return new SatisfactionScore(
          answers,
          Measure.missing(NO_ANSWERS),
          Measure.missing(NO_ANSWERS),
          Measure.missing(NO_ANSWERS));
    }
    return switch (answers.scale()) {
      case NPS -> netPromoter(answers, level);
      case CSAT -> satisfied(answers, level);
      case CES -> effort(answers, level);
    };
  }

  private static SatisfactionScore netPromoter(Answers answers, double level) {
    double n = answers.n();
    long promoters = answers.between(LOWEST_PROMOTER, answers.scale().highest());
    long detractors = answers.between(answers.scale().lowest(), HIGHEST_DETRACTOR);
    double balance = (promoters - detractors) / n;
    double variance = (promoters + detractors) / n - balance * balance;
    double error = POINTS * Math.sqrt(Math.max(0, variance) / n);
    boolean alike = promoters == n || detractors == n || promoters + detractors == 0;
    return spread(answers, POINTS * balance, alike ? 0 : error, z(level), -POINTS, POINTS, level);
  }

  private static SatisfactionScore satisfied(Answers answers, double level) {
    Proportion satisfied = satisfied(answers);
    double share = satisfied.share().orElseThrow();
    double error = Math.sqrt(share * (1 - share) / answers.n());
    return new SatisfactionScore(
        answers,
        Measure.of(share),
        answers.n() == 1 ? Measure.missing(ONE_ANSWER) : Measure.of(error),
        satisfied.wilson(level));
  }

  private static SatisfactionScore effort(Answers answers, double level) {
    Moments.Summary moments = moments(answers);
    Double deviation = moments.standardDeviation().value();
    double mean = moments.mean().orElseThrow();
    double error = deviation == null ? 0 : deviation / Math.sqrt((double) answers.n());
    double t = answers.n() == 1 ? 0 : TailProbabilities.studentQuantile(level, answers.n() - 1.0);
    Scale scale = answers.scale();
    return spread(answers, mean, error, t, scale.lowest(), scale.highest(), level);
  }

  private static SatisfactionScore spread(
      Answers answers,
      double value,
      double error,
      double quantile,
      double lowest,
      double highest,
      double level) {
    if (answers.n() == 1) {
      return new SatisfactionScore(
          answers, Measure.of(value), Measure.missing(ONE_ANSWER), Measure.missing(ONE_ANSWER));
    }
    double half = quantile * error;
    return new SatisfactionScore(
        answers,
        Measure.of(value),
        Measure.of(error),
        error == 0
            ? Measure.missing(ALL_ALIKE)
            : Measure.of(
                new Interval(
                    Math.max(lowest, value - half), Math.min(highest, value + half), level)));
  }

  private static double z(double level) {
    return TailProbabilities.normalQuantile(level);
  }

  /** Answers 4 and 5 of CSAT. */
  static Proportion satisfied(Answers answers) {
    return new Proportion(
        answers.between(LOWEST_SATISFIED, answers.scale().highest()), answers.n());
  }

  /** Mean and standard deviation, in whole numbers up to the division. */
  static Moments.Summary moments(Answers answers) {
    long n = answers.n();
    long sum = 0;
    long squares = 0;
    for (int answer = answers.scale().lowest(); answer <= answers.scale().highest(); answer++) {
      sum += answer * answers.of(answer);
      squares += (long) answer * answer * answers.of(answer);
    }
    if (n == 0) {
      return new Moments().summary();
    }
    double mean = (double) sum / n;
    if (n == 1) {
      return new Moments.Summary(1, Measure.of(mean), Measure.missing(Moments.ONE_VALUE));
    }
    BigInteger excess =
        BigInteger.valueOf(n)
            .multiply(BigInteger.valueOf(squares))
            .subtract(BigInteger.valueOf(sum).pow(2));
    double variance = excess.doubleValue() / n / (n - 1);
    return Moments.Summary.of(n, mean, Math.sqrt(variance));
  }
}
