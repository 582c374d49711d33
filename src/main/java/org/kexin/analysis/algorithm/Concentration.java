package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How unequally revenue is spread over customers.
 *
 * <p>Customers with a total of zero count (they are customers, and a Gini coefficient is defined
 * with zeros); customers with a negative total do not: a negative share means nothing, and setting
 * it to zero would invent revenue. Where several customers have the same total at a boundary of two
 * classes, the class is decided by position, so that counts are those of the definition.
 *
 * @param customers n: customers with a total of zero or more
 * @param revenue sum of their totals, in currency units
 * @param gini 2 Σ i·x₍ᵢ₎ / (n Σ x) − (n + 1)/n with x ascending, i from 1; 0 (all equal) to (n −
 *     1)/n (one has everything)
 * @param correctedGini gini · n/(n − 1), 0 to 1; undefined for one customer. Both as in the R
 *     package ineq, {@code Gini(x, corr)}
 * @param herfindahlHirschman Σ share², 1/n to 1
 * @param abc classes A, B, C in this order; empty when shares are undefined
 * @param topShares one per requested percentage, ascending; empty when shares are undefined
 * @param lorenz from (0, 0) to (1, 1), poorest customers first; empty when shares are undefined
 * @param reason why shares are undefined; null when they are defined
 */
public record Concentration(
    long customers,
    BigDecimal revenue,
    Measure<Double> gini,
    Measure<Double> correctedGini,
    Measure<Double> herfindahlHirschman,
    List<AbcClass> abc,
    List<TopShare> topShares,
    List<LorenzPoint> lorenz,
    @Nullable Reason reason) {

  /** No customer has a total of zero or more. */
  public static final Reason NO_CUSTOMERS =
      new Reason("NO_CUSTOMERS", "There is no customer with a total of zero or more.");

  /** Shares of nothing are undefined. */
  public static final Reason NO_REVENUE =
      new Reason("NO_REVENUE", "All totals are zero, so shares are undefined.");

  /** n/(n − 1) is undefined for n = 1. */
  public static final Reason ONE_CUSTOMER =
      new Reason("ONE_CUSTOMER", "The corrected coefficient needs at least two customers.");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Concentration {
    abc = List.copyOf(abc);
    topShares = List.copyOf(topShares);
    lorenz = List.copyOf(lorenz);
  }

  /**
   * One class of an ABC analysis.
   *
   * @param name A, B or C
   * @param upToPercent customers belong here while the cumulative share, descending and the
   *     customer itself included, is at most this percentage; 100 for C. So one customer with more
   *     than the bound of A leaves A empty
   * @param revenue in currency units
   * @param customerShare customers / n, 0 to 1
   * @param revenueShare revenue / total, 0 to 1
   */
  public record AbcClass(
      String name,
      BigDecimal upToPercent,
      long customers,
      BigDecimal revenue,
      double customerShare,
      double revenueShare) {}

  /**
   * What the best customers bring in.
   *
   * @param percent of the customers, above 0 to 100
   * @param customers ⌈percent · n / 100⌉
   * @param revenue of these customers, in currency units
   * @param share revenue / total, 0 to 1
   */
  public record TopShare(BigDecimal percent, long customers, BigDecimal revenue, double share) {}

  /**
   * One point of a Lorenz curve, linear between customers.
   *
   * @param customers share of the customers, poorest first, 0 to 1
   * @param revenue the share of revenue they bring in, 0 to 1
   */
  public record LorenzPoint(double customers, double revenue) {}

  /**
   * Where the classes and points lie.
   *
   * @param aPercent upper bound of class A, above 0
   * @param bPercent upper bound of class B, above that of A, below 100
   * @param topPercents percentages of customers to sum up, each above 0 and at most 100, at most
   *     100 of them; kept ascending
   * @param lorenzPoints number of points of the Lorenz curve, 2 to 1,001
   */
  public record Parameters(
      BigDecimal aPercent, BigDecimal bPercent, List<BigDecimal> topPercents, int lorenzPoints) {

    private static final int MAX_TOP_PERCENTS = 100;
    private static final int MAX_LORENZ_POINTS = 1_001;

    /**
     * @throws IllegalArgumentException if a value is outside the range given above
     */
    public Parameters {
      topPercents = topPercents.stream().sorted().toList();
      if (aPercent.signum() <= 0
          || bPercent.compareTo(aPercent) <= 0
          || bPercent.compareTo(HUNDRED) >= 0) {
        throw new IllegalArgumentException("needed: 0 < bound of A < bound of B < 100");
      }
      if (topPercents.size() > MAX_TOP_PERCENTS
          || topPercents.stream().anyMatch(p -> p.signum() <= 0 || p.compareTo(HUNDRED) > 0)) {
        throw new IllegalArgumentException("needed: at most 100 percentages above 0, up to 100");
      }
      if (lorenzPoints < 2 || lorenzPoints > MAX_LORENZ_POINTS) {
        throw new IllegalArgumentException("Lorenz points out of 2..1001: " + lorenzPoints);
      }
    }

    /** A up to 80 %, B up to 95 %; the top 1, 5, 10, 20 and 50 %; 21 points. */
    public static Parameters defaults() {
      return new Parameters(
          BigDecimal.valueOf(80),
          BigDecimal.valueOf(95),
          List.of(
              BigDecimal.ONE,
              BigDecimal.valueOf(5),
              BigDecimal.TEN,
              BigDecimal.valueOf(20),
              BigDecimal.valueOf(50)),
          21);
    }
  }

  /**
   * Measures the concentration of some totals.
   *
   * @param totals in currency units, zero or more, at most four decimals, in any order
   * @throws IllegalArgumentException if a total is negative or has more than four decimals
   * @throws ArithmeticException if the sum is 922 × 10¹² currency units or more
   */
  public static Concentration of(List<BigDecimal> totals, Parameters parameters) {
    long[] ascending = totals.stream().mapToLong(MinorUnits::of).sorted().toArray();
    if (ascending.length > 0 && ascending[0] < 0) {
      throw new IllegalArgumentException("negative total");
    }
    return ofAscending(ascending, parameters);
  }

  static Concentration ofAscending(long[] ascending, Parameters parameters) {
    long total = 0;
    WideSum weighted = new WideSum();
    WideSum squares = new WideSum();
    for (int i = 0; i < ascending.length; i++) {
      long value = ascending[i];
      total = Math.addExact(total, value);
      weighted.addProduct(i + 1L, value);
      squares.addProduct(value, value);
    }
    int n = ascending.length;
    if (total == 0) {
      return undefined(n, n == 0 ? NO_CUSTOMERS : NO_REVENUE);
    }
    BigInteger sum = BigInteger.valueOf(total);
    // Whole numbers up to the one division: all equal is then 0 exactly, not 1e-17.
    BigInteger excess =
        weighted.value().shiftLeft(1).subtract(sum.multiply(BigInteger.valueOf(n + 1L)));
    return new Concentration(
        n,
        MinorUnits.toDecimal(total),
        Measure.of(ratio(excess, sum.multiply(BigInteger.valueOf(n)))),
        n == 1
            ? Measure.missing(ONE_CUSTOMER)
            : Measure.of(ratio(excess, sum.multiply(BigInteger.valueOf(n - 1L)))),
        Measure.of(ratio(squares.value(), sum.multiply(sum))),
        abc(ascending, total, parameters),
        topShares(ascending, total, parameters.topPercents()),
        lorenz(ascending, total, parameters.lorenzPoints()),
        null);
  }

  private static Concentration undefined(int n, Reason reason) {
    return new Concentration(
        n,
        MinorUnits.toDecimal(0),
        Measure.missing(reason),
        Measure.missing(reason),
        Measure.missing(reason),
        List.of(),
        List.of(),
        List.of(),
        reason);
  }

  private static double ratio(BigInteger numerator, BigInteger denominator) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static List<AbcClass> abc(long[] ascending, long total, Parameters parameters) {
    List<AbcClass> classes = new ArrayList<>();
    BigDecimal[] bounds = {parameters.aPercent(), parameters.bPercent(), HUNDRED};
    String[] names = {"A", "B", "C"};
    int next = ascending.length - 1;
    long cumulative = 0;
    for (int c = 0; c < bounds.length; c++) {
      long bound = percentOf(bounds[c], total, RoundingMode.FLOOR);
      int first = next;
      long before = cumulative;
      // No overflow: the sum of all is known to fit.
      while (next >= 0 && cumulative + ascending[next] <= bound) {
        cumulative += ascending[next--];
      }
      long customers = (long) first - next;
      long revenue = cumulative - before;
      classes.add(
          new AbcClass(
              names[c],
              bounds[c],
              customers,
              MinorUnits.toDecimal(revenue),
              (double) customers / ascending.length,
              (double) revenue / total));
    }
    return classes;
  }

  private static List<TopShare> topShares(long[] ascending, long total, List<BigDecimal> percents) {
    List<TopShare> shares = new ArrayList<>();
    int next = ascending.length - 1;
    long revenue = 0;
    for (BigDecimal percent : percents) {
      long customers = percentOf(percent, ascending.length, RoundingMode.CEILING);
      while (ascending.length - 1L - next < customers) {
        revenue += ascending[next--];
      }
      shares.add(
          new TopShare(
              percent, customers, MinorUnits.toDecimal(revenue), (double) revenue / total));
    }
    return shares;
  }

  /** In decimal: as doubles, 7 % of 100 is a little more than 7, and its ceiling 8. */
  private static long percentOf(BigDecimal percent, long whole, RoundingMode rounding) {
    return percent
        .multiply(BigDecimal.valueOf(whole))
        .movePointLeft(2)
        .setScale(0, rounding)
        .longValueExact();
  }

  private static List<LorenzPoint> lorenz(long[] ascending, long total, int points) {
    List<LorenzPoint> curve = new ArrayList<>(points);
    long steps = points - 1L;
    int taken = 0;
    long cumulative = 0;
    for (int point = 0; point <= steps; point++) {
      long position = point * (long) ascending.length;
      int whole = (int) (position / steps);
      while (taken < whole) {
        cumulative += ascending[taken++];
      }
      double part = (double) (position % steps) / steps;
      double revenue = part == 0 ? cumulative : cumulative + part * ascending[taken];
      curve.add(new LorenzPoint((double) point / steps, revenue / total));
    }
    return curve;
  }
}
