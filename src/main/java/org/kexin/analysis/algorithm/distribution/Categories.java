package org.kexin.analysis.algorithm.distribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How often each value of an attribute occurs.
 *
 * @param n rows with a value
 * @param missing rows without one; a blank is none
 * @param completeness n / (n + missing), 0 to 1
 * @param categories counts descending, ties by value; empty when there are too many
 * @param reason why there are no categories although there are values; null otherwise
 */
public record Categories(
    long n,
    long missing,
    Measure<Double> completeness,
    List<Category> categories,
    @Nullable Reason reason) {

  /** Name and version for the answer. */
  public static final String METHOD =
      "categories/1 (exact counts; shares of the rows with a value)";

  /** There is no row. */
  public static final Reason NO_ROWS = new Reason("NO_ROWS", "There is no row.");

  /** The attribute is an identifier or free text rather than a category. */
  public static final Reason TOO_MANY_CATEGORIES =
      new Reason("TOO_MANY_CATEGORIES", "There are more different values than the limit.");

  static final int LARGEST_LIMIT = 1_000_000;

  public Categories {
    categories = List.copyOf(categories);
  }

  /**
   * One value.
   *
   * @param count at least 1
   * @param share count / n, above 0 to 1
   */
  public record Category(String value, long count, double share) {}

  static boolean isMissing(@Nullable String value) {
    return value == null || value.isBlank();
  }

  /**
   * @throws IllegalArgumentException if the limit is not within 1 to 1,000,000
   */
  static void checkLimit(int limit) {
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new IllegalArgumentException("a limit of values is within 1..1000000: " + limit);
    }
  }

  static Measure<Double> share(long part, long whole) {
    return whole == 0 ? Measure.missing(NO_ROWS) : Measure.of((double) part / whole);
  }

  /** Counts values in one pass, in any order. Not thread-safe. */
  public static final class Accumulator {
    private static final Comparator<Category> MOST_FIRST =
        Comparator.comparingLong(Category::count).reversed().thenComparing(Category::value);

    private final int limit;
    private final Map<String, long[]> counts = new HashMap<>();
    private boolean tooMany;
    private long n;
    private long missing;

    /**
     * Begins without rows.
     *
     * @param limit most different values to tell apart, 1 to 1,000,000; with more of them none is
     *     listed, because which ones came first depends on the order of the rows
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public Accumulator(int limit) {
      checkLimit(limit);
      this.limit = limit;
    }

    /** Counts one row. */
    public void add(@Nullable String value) {
      if (value == null || value.isBlank()) {
        missing++;
        return;
      }
      n++;
      if (tooMany) {
        return;
      }
      long[] count = counts.get(value);
      if (count != null) {
        count[0]++;
      } else if (counts.size() == limit) {
        tooMany = true;
        counts.clear();
      } else {
        counts.put(value, new long[] {1});
      }
    }

    /** What was counted so far. */
    public Categories finish() {
      List<Category> categories =
          counts.entrySet().stream()
              .map(
                  entry ->
                      new Category(
                          entry.getKey(), entry.getValue()[0], (double) entry.getValue()[0] / n))
              .sorted(MOST_FIRST)
              .toList();
      return new Categories(
          n, missing, share(n, n + missing), categories, tooMany ? TOO_MANY_CATEGORIES : null);
    }
  }
}
