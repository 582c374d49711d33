package org.kexin.analysis.algorithm.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Different values in ascending order, each with its number of occurrences: a sorted sample without
 * its repetitions.
 */
final class RankedValues {

  private final double[] ascending;

  /** Occurrences of the value at the same index and all before it. */
  private final long[] cumulative;

  RankedValues(double[] ascending, long[] counts) {
    this.ascending = ascending;
    this.cumulative = counts.clone();
    Arrays.parallelPrefix(cumulative, Long::sum);
  }

  /** Quantile of type 7, see {@link org.kexin.analysis.algorithm.Quantiles}; needs a value. */
  double quantile(double p) {
    long n = cumulative[cumulative.length - 1];
    double position = (n - 1) * p;
    long below = (long) position;
    double weight = position - below;
    double low = at(below);
    double high = at(Math.min(below + 1, n - 1));
    return low == high ? low : (1 - weight) * low + weight * high;
  }

  /** The value at a rank from 0. */
  private double at(long rank) {
    int index = Arrays.binarySearch(cumulative, rank + 1);
    return ascending[index < 0 ? -index - 1 : index];
  }

  /** Occurrences of values below one. */
  private long below(double value) {
    int index = Arrays.binarySearch(ascending, value);
    int first = index < 0 ? -index - 1 : index;
    return first == 0 ? 0 : cumulative[first - 1];
  }

  /** Bins between quantiles; equal ones are one edge. The last bin has its end in it. */
  List<NumericSummary.Bin> quantileBins(int bins) {
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = quantile((double) i / bins);
    }
    edges = Arrays.stream(edges).distinct().toArray();
    long n = cumulative[cumulative.length - 1];
    if (edges.length == 1) {
      return List.of(new NumericSummary.Bin(edges[0], edges[0], n));
    }
    List<NumericSummary.Bin> result = new ArrayList<>();
    for (int i = 1; i < edges.length; i++) {
      long until = i == edges.length - 1 ? n : below(edges[i]);
      result.add(new NumericSummary.Bin(edges[i - 1], edges[i], until - below(edges[i - 1])));
    }
    return result;
  }
}
