package org.kexin.analysis.algorithm.ratio;

import static org.kexin.analysis.algorithm.ratio.CreditPolicy.RatioRule.falling;
import static org.kexin.analysis.algorithm.ratio.CreditPolicy.RatioRule.rising;

import java.util.Comparator;
import java.util.List;

/**
 * How a credit grade is put together. Bands and weights are a choice of the business and its
 * industry, not a finding, which is why they are a policy with a version.
 *
 * @param version changes whenever another value does
 * @param rules one per ratio that counts
 * @param grades from the best to the worst, the last from 0 points on
 * @param minimumCoverage share of the weights that must be known, above 0 to 1
 */
public record CreditPolicy(
    String version, List<RatioRule> rules, List<Grade> grades, double minimumCoverage) {

  /** The full score. */
  public static final double FULL = 100;

  /**
   * @throws IllegalArgumentException if the version is blank, there is no rule, a ratio has two
   *     rules, the grades do not descend to 0 points, or the coverage is out of its range
   */
  public CreditPolicy {
    rules = List.copyOf(rules);
    grades = List.copyOf(grades);
    if (version.isBlank() || rules.isEmpty() || grades.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a version, a rule and a grade");
    }
    if (rules.stream().map(RatioRule::ratio).distinct().count() < rules.size()) {
      throw new IllegalArgumentException("a ratio has one rule");
    }
    List<Double> from = grades.stream().map(Grade::fromPoints).toList();
    boolean descending =
        from.stream().distinct().sorted(Comparator.reverseOrder()).toList().equals(from);
    if (!descending || from.getLast() != 0 || from.getFirst() > FULL) {
      throw new IllegalArgumentException("grades descend from at most 100 to 0 points");
    }
    if (!(minimumCoverage > 0 && minimumCoverage <= 1)) {
      throw new IllegalArgumentException("coverage is above 0, up to 1: " + minimumCoverage);
    }
  }

  /**
   * A grade.
   *
   * @param name such as AAA
   * @param fromPoints least score that earns it, 0 to 100
   */
  public record Grade(String name, double fromPoints) {}

  /**
   * A band of a ratio.
   *
   * @param from the ratio is at least this
   * @param points that it earns, 0 to 100
   */
  public record Band(double from, double points) {}

  /**
   * What a ratio is worth.
   *
   * @param weight above 0, relative to the others
   * @param pointsBelow points of a ratio below the first band, 0 to 100
   * @param bands ascending; a ratio earns the points of the last band it reaches
   */
  public record RatioRule(Ratio ratio, double weight, double pointsBelow, List<Band> bands) {

    /**
     * @throws IllegalArgumentException if the weight is not above 0, points are not within 0 to
     *     100, or the bands are not finite and ascending
     */
    public RatioRule {
      bands = List.copyOf(bands);
      if (!(weight > 0 && weight <= 1e6)) {
        throw new IllegalArgumentException("a weight is above 0 and at most a million");
      }
      if (!isScore(pointsBelow) || !bands.stream().allMatch(band -> isScore(band.points()))) {
        throw new IllegalArgumentException("points are within 0..100");
      }
      List<Double> from = bands.stream().map(Band::from).toList();
      if (!from.stream().allMatch(Double::isFinite)
          || !from.stream().distinct().sorted().toList().equals(from)) {
        throw new IllegalArgumentException("bands ascend: " + from);
      }
    }

    private static boolean isScore(double points) {
      return points >= 0 && points <= FULL;
    }

    /** More is better: 0 points below the first bound, 40, 70 and 100 from the next ones on. */
    static RatioRule rising(Ratio ratio, double weight, double low, double fair, double good) {
      return new RatioRule(
          ratio, weight, 0, List.of(new Band(low, 40), new Band(fair, 70), new Band(good, FULL)));
    }

    /** Less is better: 100 points below the first bound, 70, 40 and 0 from the next ones on. */
    static RatioRule falling(Ratio ratio, double weight, double good, double fair, double low) {
      return new RatioRule(
          ratio, weight, FULL, List.of(new Band(good, 70), new Band(fair, 40), new Band(low, 0)));
    }

    /** The points of a ratio. */
    double points(double value) {
      double points = pointsBelow;
      for (Band band : bands) {
        if (value >= band.from()) {
          points = band.points();
        }
      }
      return points;
    }
  }

  /**
   * A policy to begin with: solvency 40, payment 20, profitability 25, operation 15. The bounds are
   * rules of thumb for trade and industry; a business should set its own.
   */
  public static CreditPolicy standard() {
    return new CreditPolicy(
        "credit-standard/1",
        List.of(
            rising(Ratio.CURRENT, 10, 1, 1.5, 2),
            rising(Ratio.QUICK, 8, .5, .8, 1),
            falling(Ratio.DEBT_TO_ASSETS, 12, .4, .6, .8),
            rising(Ratio.INTEREST_COVER, 10, 1, 2, 4),
            rising(Ratio.INVENTORY_TURNOVER, 5, 2, 4, 6),
            rising(Ratio.RECEIVABLE_TURNOVER, 5, 3, 6, 9),
            rising(Ratio.ASSET_TURNOVER, 5, .4, .8, 1.2),
            rising(Ratio.GROSS_MARGIN, 5, .05, .15, .25),
            rising(Ratio.NET_MARGIN, 8, 0, .03, .08),
            rising(Ratio.RETURN_ON_ASSETS, 6, 0, .03, .06),
            rising(Ratio.RETURN_ON_EQUITY, 6, 0, .06, .12),
            falling(Ratio.DAYS_BEYOND_TERMS, 20, 5, 15, 30)),
        List.of(
            new Grade("AAA", 90),
            new Grade("AA", 80),
            new Grade("A", 70),
            new Grade("BBB", 60),
            new Grade("BB", 50),
            new Grade("B", 40),
            new Grade("C", 0)),
        .6);
  }
}
