package org.kexin.analysis.algorithm.distribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of values between stated edges, such as age bands.
 *
 * @param n rows with a value
 * @param missing rows without one
 * @param below values below the first edge
 * @param above values at or above the last edge
 * @param bins each from its lower edge, which belongs to it, to its upper one, which does not
 */
public record Histogram(
    long n, long missing, long below, long above, List<NumericSummary.Bin> bins) {

  /** Name and version for the answer. */
  public static final String METHOD = "histogram/1 (stated edges, lower edge included)";

  private static final int MAX_BINS = 10_000;

  public Histogram {
    bins = List.copyOf(bins);
  }

  /**
   * Edges of one width, in decimal, so that 0.3 lies at the third edge of width 0.1 and not before
   * it.
   *
   * @param from first edge
   * @param width above 0
   * @param bins 1 to 10,000
   * @throws IllegalArgumentException if the width or the number of bins is out of its range
   */
  public static List<Double> fixedWidth(BigDecimal from, BigDecimal width, int bins) {
    if (width.signum() <= 0 || bins < 1 || bins > MAX_BINS) {
      throw new IllegalArgumentException("needed: a width above 0 and 1..10000 bins");
    }
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= bins; i++) {
      edges.add(from.add(width.multiply(BigDecimal.valueOf(i))).doubleValue());
    }
    return List.copyOf(edges);
  }

  /** Counts values in one pass, in any order. Not thread-safe. */
  public static final class Accumulator {
    private final double[] edges;
    private final long[] counts;
    private long missing;

    /**
     * Begins without values.
     *
     * @param edges at least two, at most 10,001, finite and strictly ascending
     * @throws IllegalArgumentException if they are not
     */
    public Accumulator(List<Double> edges) {
      this.edges = edges.stream().mapToDouble(Double::doubleValue).toArray();
      if (edges.size() < 2 || edges.size() > MAX_BINS + 1) {
        throw new IllegalArgumentException("a histogram has 2..10001 edges: " + edges.size());
      }
      for (int i = 0; i < edges.size(); i++) {
        boolean ascends = i == 0 || this.edges[i] > this.edges[i - 1];
        if (!Double.isFinite(this.edges[i]) || !ascends) {
          throw new IllegalArgumentException("edges are finite and ascend: " + edges);
        }
      }
      this.counts = new long[edges.size() + 1];
    }

    /** Counts a row without a value. */
    public void addMissing() {
      missing++;
    }

    /**
     * Adds the value of a row.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public void add(double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
      // −0 would be sorted before an edge at 0.
      int edge = Arrays.binarySearch(edges, value + 0.0);
      counts[edge < 0 ? -edge - 1 : edge + 1]++;
    }

    /** What was counted so far. */
    public Histogram finish() {
      List<NumericSummary.Bin> bins = new ArrayList<>();
      for (int i = 1; i < edges.length; i++) {
        bins.add(new NumericSummary.Bin(edges[i - 1], edges[i], counts[i]));
      }
      return new Histogram(
          Arrays.stream(counts).sum(), missing, counts[0], counts[edges.length], bins);
    }
  }
}
