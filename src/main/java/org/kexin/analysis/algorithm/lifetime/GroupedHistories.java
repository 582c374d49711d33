package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Purchase histories for a fit: equal ones are one group with a weight, and equal values of x, t_x
 * or T are kept once, so that a likelihood takes one logarithm for each of them and not one per
 * customer. The sum over groups is the sum over customers, up to rounding. Groups are sorted, so
 * the result does not depend on the order of the customers.
 */
public final class GroupedHistories {

  private final int[] repeats;
  private final double[] times;
  private final int[] repeatsIndex;
  private final int[] lastIndex;
  private final int[] observedIndex;
  private final int[] weights;
  private final int groups;
  private final long customers;

  private GroupedHistories(Builder builder, int[] repeats, double[] times) {
    this.repeats = repeats;
    this.times = times;
    this.groups = builder.groups;
    this.repeatsIndex = new int[groups];
    this.lastIndex = new int[groups];
    this.observedIndex = new int[groups];
    this.weights = Arrays.copyOf(builder.weights, groups);
    long sum = 0;
    for (int g = 0; g < groups; g++) {
      repeatsIndex[g] = Arrays.binarySearch(repeats, builder.repeats[g]);
      lastIndex[g] = Arrays.binarySearch(times, builder.last[g]);
      observedIndex[g] = Arrays.binarySearch(times, builder.observed[g]);
      sum += weights[g];
    }
    this.customers = sum;
  }

  /** Groups any histories; their order does not matter. */
  public static GroupedHistories of(Collection<PurchaseHistory> histories) {
    List<PurchaseHistory> sorted =
        histories.stream()
            .sorted(
                Comparator.comparingDouble(PurchaseHistory::observed)
                    .thenComparingDouble(PurchaseHistory::lastPurchase)
                    .thenComparingInt(PurchaseHistory::repeats))
            .toList();
    Builder builder = new Builder();
    for (PurchaseHistory history : sorted) {
      builder.add(history.repeats(), history.lastPurchase(), history.observed());
    }
    return builder.build();
  }

  /** n: customers in all groups. */
  public long customers() {
    return customers;
  }

  /** How many different histories there are. */
  public int groups() {
    return groups;
  }

  /** Sum of x over the customers. */
  public long totalRepeats() {
    long sum = 0;
    for (int g = 0; g < groups; g++) {
      sum += (long) weights[g] * repeats[repeatsIndex[g]];
    }
    return sum;
  }

  /** Mean of T over the customers; 0 when there are none. */
  double meanObserved() {
    double sum = 0;
    for (int g = 0; g < groups; g++) {
      sum += weights[g] * times[observedIndex[g]];
    }
    return groups == 0 ? 0 : sum / customers;
  }

  /** Distinct values of x, ascending. */
  int[] repeats() {
    return repeats;
  }

  /** Distinct values of t_x and T, ascending. */
  double[] times() {
    return times;
  }

  int repeatsIndex(int group) {
    return repeatsIndex[group];
  }

  int lastIndex(int group) {
    return lastIndex[group];
  }

  int observedIndex(int group) {
    return observedIndex[group];
  }

  int weight(int group) {
    return weights[group];
  }

  /** Takes histories with equal ones next to each other. */
  static final class Builder {
    private static final int INITIAL = 1024;

    private int[] repeats = new int[INITIAL];
    private double[] last = new double[INITIAL];
    private double[] observed = new double[INITIAL];
    private int[] weights = new int[INITIAL];
    private int groups;

    void add(int x, double lastPurchase, double observedTime) {
      int current = groups - 1;
      if (current >= 0
          && repeats[current] == x
          && last[current] == lastPurchase
          && observed[current] == observedTime) {
        weights[current] = Math.incrementExact(weights[current]);
        return;
      }
      if (groups == repeats.length) {
        int larger = groups + (groups >> 1);
        repeats = Arrays.copyOf(repeats, larger);
        last = Arrays.copyOf(last, larger);
        observed = Arrays.copyOf(observed, larger);
        weights = Arrays.copyOf(weights, larger);
      }
      repeats[groups] = x;
      // Adding zero turns −0 into 0: they are equal, but a binary search tells them apart.
      last[groups] = lastPurchase + 0.0;
      observed[groups] = observedTime + 0.0;
      weights[groups++] = 1;
    }

    GroupedHistories build() {
      int[] distinctRepeats = distinct(Arrays.copyOf(repeats, groups));
      double[] both = Arrays.copyOf(last, 2 * groups);
      System.arraycopy(observed, 0, both, groups, groups);
      return new GroupedHistories(this, distinctRepeats, distinct(both));
    }

    private static int[] distinct(int[] values) {
      Arrays.sort(values);
      int kept = 0;
      for (int value : values) {
        if (kept == 0 || values[kept - 1] != value) {
          values[kept++] = value;
        }
      }
      return Arrays.copyOf(values, kept);
    }

    /** In place: the streams of the JDK would box every value. */
    private static double[] distinct(double[] values) {
      Arrays.sort(values);
      int kept = 0;
      for (double value : values) {
        if (kept == 0 || values[kept - 1] != value) {
          values[kept++] = value;
        }
      }
      return Arrays.copyOf(values, kept);
    }
  }
}
