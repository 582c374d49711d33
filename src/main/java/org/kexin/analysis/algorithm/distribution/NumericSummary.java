package org.kexin.analysis.algorithm.distribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;

/**
 * A numeric attribute in a few figures. n, mean, standard deviation, minimum and maximum are always
 * exact; quantiles are exact up to a number of different values, and to a relative error beyond it.
 *
 * @param n rows with a value
 * @param missing rows without one
 * @param mean in the unit of the values
 * @param standardDeviation with n − 1 in the denominator, in the unit of the values
 * @param min smallest value
 * @param max largest value
 * @param quantiles as asked for, in that order; type 7, see {@link
 *     org.kexin.analysis.algorithm.Quantiles}
 * @param quantileError largest relative error of an order statistic in {@code quantiles} and {@code
 *     quantileBins}; 0 when exact
 * @param quantileBins bins of about equal numbers, as many as asked for or less when values repeat
 */
public record NumericSummary(
    long n,
    long missing,
    Measure<Double> mean,
    Measure<Double> standardDeviation,
    Measure<Double> min,
    Measure<Double> max,
    List<Quantile> quantiles,
    double quantileError,
    List<Bin> quantileBins) {

  /** Name and version for the answer where {@code quantileError} is 0. */
  public static final String EXACT_METHOD = "numeric summary/1 (exact counts, quantiles type 7)";

  /** Name and version for the answer where it is not. */
  public static final String SKETCH_METHOD =
      "numeric summary/1 (quantiles type 7 by DDSketch, Masson, Rim, Lee 2019)";

  private static final int MAX_QUANTILES = 100;
  private static final int MAX_BINS = 1_000;
  private static final int MAX_EXACT_VALUES = 1 << 20;

  public NumericSummary {
    quantiles = List.copyOf(quantiles);
    quantileBins = List.copyOf(quantileBins);
  }

  /** How the quantiles were found. */
  public String method() {
    return quantileError == 0 ? EXACT_METHOD : SKETCH_METHOD;
  }

  /**
   * One quantile.
   *
   * @param p 0 to 1
   */
  public record Quantile(double p, Measure<Double> value) {}

  /**
   * Values from one edge to the next.
   *
   * @param from belongs to the bin
   * @param to belongs to the next bin, except that the last bin of quantiles has its end in it
   */
  public record Bin(double from, double to, long count) {}

  /**
   * What to compute.
   *
   * @param quantiles each within 0 to 1, at most 100
   * @param quantileBins bins of about equal numbers, 0 for none, at most 1,000
   * @param exactValues different values up to which quantiles are exact, 1 to 1,048,576; each needs
   *     up to 64 bytes
   */
  public record Parameters(List<Double> quantiles, int quantileBins, int exactValues) {

    /**
     * @throws IllegalArgumentException if a value is outside the range given above
     */
    public Parameters {
      quantiles = List.copyOf(quantiles);
      if (quantiles.size() > MAX_QUANTILES
          || quantiles.stream().anyMatch(p -> !(p >= 0 && p <= 1))) {
        throw new IllegalArgumentException("needed: at most 100 quantiles within 0..1");
      }
      if (quantileBins < 0 || quantileBins > MAX_BINS) {
        throw new IllegalArgumentException("bins out of 0..1000: " + quantileBins);
      }
      if (exactValues < 1 || exactValues > MAX_EXACT_VALUES) {
        throw new IllegalArgumentException("exact values out of 1..1048576: " + exactValues);
      }
    }

    /** Quartiles, no bins, exact up to 65,536 different values. */
    public static Parameters defaults() {
      return new Parameters(List.of(.25, .5, .75), 0, 1 << 16);
    }
  }

  /** Summarises values in one pass, in any order. Not thread-safe. */
  public static final class Accumulator {
    private final Parameters parameters;
    private final Moments moments = new Moments();
    private @Nullable ValueCounts exact = new ValueCounts();
    private @Nullable LogHistogram sketch;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long missing;

    public Accumulator(Parameters parameters) {
      this.parameters = parameters;
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
      moments.add(value);
      min = Math.min(min, value);
      max = Math.max(max, value);
      if (exact != null) {
        exact.add(value);
        if (exact.size() > parameters.exactValues()) {
          sketch = sketchOf(exact);
          exact = null;
        }
      } else if (sketch != null) {
        sketch.add(value, 1);
      }
    }

    private static LogHistogram sketchOf(ValueCounts values) {
      LogHistogram sketch = new LogHistogram();
      values.forEach(sketch::add);
      return sketch;
    }

    /** The summary of what was added so far. */
    public NumericSummary finish() {
      Moments.Summary summary = moments.summary();
      RankedValues ranked = ranked();
      boolean empty = summary.n() == 0 || ranked == null;
      List<Quantile> quantiles =
          parameters.quantiles().stream()
              .map(
                  p ->
                      new Quantile(
                          p,
                          ranked == null
                              ? Measure.missing(Moments.NO_VALUES)
                              : Measure.of(ranked.quantile(p))))
              .toList();
      return new NumericSummary(
          summary.n(),
          missing,
          summary.mean(),
          summary.standardDeviation(),
          empty ? Measure.missing(Moments.NO_VALUES) : Measure.of(min + 0.0),
          empty ? Measure.missing(Moments.NO_VALUES) : Measure.of(max + 0.0),
          quantiles,
          sketch == null ? 0 : LogHistogram.RELATIVE_ERROR,
          ranked == null || parameters.quantileBins() == 0
              ? List.of()
              : ranked.quantileBins(parameters.quantileBins()));
    }

    private @Nullable RankedValues ranked() {
      if (sketch != null) {
        return sketch.ranked(min, max);
      }
      return exact == null || exact.size() == 0 ? null : exact.ranked();
    }
  }
}
