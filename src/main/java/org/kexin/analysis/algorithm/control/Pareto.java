package org.kexin.analysis.algorithm.control;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * Which causes make most of the complaints: Juran (1951), Quality control handbook, the vital few
 * and the useful many.
 *
 * @param total complaints
 * @param vitalFewPercent the bound of the vital few
 * @param causes counts descending, ties by name
 */
public record Pareto(long total, BigDecimal vitalFewPercent, List<Cause> causes) {

  /** Name and version for the answer. */
  public static final String METHOD =
      "Pareto/1 (vital few: smallest prefix that reaches the bound)";

  /** Shares of nothing are undefined. */
  public static final Reason NO_COUNTS =
      new Reason("NO_COUNTS", "There is nothing to take a share of.");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Pareto {
    causes = List.copyOf(causes);
  }

  /**
   * One cause.
   *
   * @param count 0 or more
   * @param share count / total, 0 to 1
   * @param cumulativeShare of this cause and all before it, 0 to 1
   * @param vitalFew whether it belongs to the smallest number of causes, largest first, that
   *     together reach the bound
   */
  public record Cause(
      String name,
      long count,
      Measure<Double> share,
      Measure<Double> cumulativeShare,
      boolean vitalFew) {}

  /** With the usual bound of 80 %. */
  public static Pareto of(Map<String, Long> counts) {
    return of(counts, BigDecimal.valueOf(80));
  }

  /**
   * Ranks causes.
   *
   * @param counts by name, 0 or more
   * @param vitalFewPercent above 0, up to 100
   * @throws IllegalArgumentException if a count is negative or the percentage outside its range
   * @throws ArithmeticException if the sum of the counts exceeds a long
   */
  public static Pareto of(Map<String, Long> counts, BigDecimal vitalFewPercent) {
    if (vitalFewPercent.signum() <= 0 || vitalFewPercent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("a percentage is above 0, up to 100");
    }
    long total = 0;
    for (long count : counts.values()) {
      if (count < 0) {
        throw new IllegalArgumentException("negative count: " + count);
      }
      total = Math.addExact(total, count);
    }
    // A sorted map first, so that the stable sort by count leaves ties in the order of names.
    List<Map.Entry<String, Long>> ranked =
        new TreeMap<>(counts)
            .entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    List<Cause> causes = new ArrayList<>();
    long cumulative = 0;
    for (Map.Entry<String, Long> entry : ranked) {
      boolean vital = total > 0 && !reaches(cumulative, total, vitalFewPercent);
      cumulative += entry.getValue();
      causes.add(
          new Cause(
              entry.getKey(),
              entry.getValue(),
              share(entry.getValue(), total),
              share(cumulative, total),
              vital));
    }
    return new Pareto(total, vitalFewPercent, causes);
  }

  /** In whole numbers: as doubles, 80 % of 5 need not be 4. */
  private static boolean reaches(long cumulative, long total, BigDecimal percent) {
    BigDecimal reached = new BigDecimal(BigInteger.valueOf(cumulative)).multiply(HUNDRED);
    return reached.compareTo(percent.multiply(BigDecimal.valueOf(total))) >= 0;
  }

  private static Measure<Double> share(long count, long total) {
    return total == 0 ? Measure.missing(NO_COUNTS) : Measure.of((double) count / total);
  }
}
