package org.kexin.analysis.algorithm.distribution;

import java.util.ArrayList;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * Whether two attributes have to do with each other: Pearson's chi-square (1900), and how much, by
 * Cramér (1946), Mathematical methods of statistics. With many rows a p value is small for any
 * difference, so V is the figure to read.
 *
 * @param chiSquare Σ (count − expected)²/expected, expected = row · column / n
 * @param degreesOfFreedom (rows − 1)(columns − 1), at least 1
 * @param pValue probability of a statistic as large by chance; 0 when below the smallest double
 * @param cramersV √(chi-square / (n · (min(rows, columns) − 1))), 0 (none) to 1 (one decides the
 *     other)
 * @param smallestExpected smallest expected count of a cell
 * @param smallCells cells with an expected count below 5
 * @param zeroCells cells without a row
 * @param warnings what weakens the test
 */
public record Independence(
    double chiSquare,
    long degreesOfFreedom,
    double pValue,
    double cramersV,
    double smallestExpected,
    long smallCells,
    long zeroCells,
    List<Reason> warnings) {

  /** Name and version for the answer. */
  public static final String METHOD = "chi-square of independence/1 (Pearson 1900; Cramér 1946)";

  /** There is nothing to compare. */
  public static final Reason ONE_CATEGORY =
      new Reason("ONE_CATEGORY", "Both attributes need at least two different values.");

  /** The rule of Cochran (1954), Some methods for strengthening the common χ² tests. */
  public static final Reason SMALL_EXPECTED =
      new Reason(
          "SMALL_EXPECTED", "A cell is expected to have less than 5 rows, so p is approximate.");

  /** A pair of values does not occur. */
  public static final Reason ZERO_CELLS =
      new Reason("ZERO_CELLS", "Some pairs of values do not occur.");

  private static final double SMALL = 5;

  public Independence {
    warnings = List.copyOf(warnings);
  }

  static Measure<Independence> of(List<CrossTab.Row> rows, List<CrossTab.Total> columns, long n) {
    if (rows.size() < 2 || columns.size() < 2) {
      return Measure.missing(ONE_CATEGORY);
    }
    double statistic = 0;
    double smallest = Double.MAX_VALUE;
    long small = 0;
    long zero = 0;
    for (CrossTab.Row row : rows) {
      for (int c = 0; c < columns.size(); c++) {
        double expected = row.count() * ((double) columns.get(c).count() / n);
        double distance = row.cells().get(c).count() - expected;
        statistic += distance * distance / expected;
        smallest = Math.min(smallest, expected);
        small += expected < SMALL ? 1 : 0;
        zero += row.cells().get(c).count() == 0 ? 1 : 0;
      }
    }
    List<Reason> warnings = new ArrayList<>();
    if (small > 0) {
      warnings.add(SMALL_EXPECTED);
    }
    if (zero > 0) {
      warnings.add(ZERO_CELLS);
    }
    long freedom = (rows.size() - 1L) * (columns.size() - 1L);
    double most = n * (Math.min(rows.size(), columns.size()) - 1.0);
    return Measure.of(
        new Independence(
            statistic,
            freedom,
            TailProbabilities.chiSquareUpper(statistic, (double) freedom),
            Math.min(1, Math.sqrt(statistic / most)),
            smallest,
            small,
            zero,
            warnings));
  }
}
