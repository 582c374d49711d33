package org.kexin.analysis.algorithm.propensity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * What is known of some customers and what they then did: one row each, eight bytes per feature.
 * Features must be known before the outcome; one that is not (a purchase counted on both sides)
 * makes any model look perfect.
 *
 * <p>Rows may be added in any order; the results are the same as long as keys are distinct. Not
 * thread-safe.
 */
public final class Observations {

  /** Largest magnitude of a feature. */
  public static final double MAX_FEATURE = 1e15;

  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int MOST_FEATURES = 200;
  private static final int INITIAL = 1024;

  private final List<String> features;
  private final List<double[]> blocks = new ArrayList<>();
  private long[] keys = new long[INITIAL];
  private boolean[] outcomes = new boolean[INITIAL];
  private int size;

  /**
   * Begins without rows.
   *
   * @param features their names, 1 to 200, distinct and not blank; a category takes one 0/1 feature
   *     per value but one
   * @throws IllegalArgumentException if they are not
   */
  public Observations(List<String> features) {
    this.features = List.copyOf(features);
    if (this.features.isEmpty() || this.features.size() > MOST_FEATURES) {
      throw new IllegalArgumentException("features out of 1..200: " + features.size());
    }
    if (new HashSet<>(this.features).size() < this.features.size()
        || this.features.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a feature's name is blank or appears twice");
    }
  }

  /**
   * Adds a customer.
   *
   * @param key distinct, such as the low bits of an identifier; decides between training and
   *     hold-out
   * @param values one per feature, within ±10¹⁵; a missing value is the caller's to replace, with a
   *     feature of its own that says so
   * @param positive whether the customer did it
   * @throws IllegalArgumentException if the number of values is wrong or one is out of range
   */
  public void add(long key, double[] values, boolean positive) {
    requireFeatures(values, features.size());
    int next = Math.incrementExact(size);
    int offset = size & (BLOCK - 1);
    if (offset == 0) {
      blocks.add(new double[BLOCK * features.size()]);
    }
    if (size == keys.length) {
      int larger = Math.addExact(size, size >> 1);
      keys = Arrays.copyOf(keys, larger);
      outcomes = Arrays.copyOf(outcomes, larger);
    }
    System.arraycopy(values, 0, blocks.getLast(), offset * features.size(), features.size());
    keys[size] = key;
    outcomes[size] = positive;
    size = next;
  }

  static void requireFeatures(double[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(values.length + " values for " + expected + " features");
    }
    for (double value : values) {
      if (!(Math.abs(value) <= MAX_FEATURE)) {
        throw new IllegalArgumentException("a feature is out of range: " + value);
      }
    }
  }

  /** Names of the features, in the order of the values. */
  public List<String> features() {
    return features;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  long key(int row) {
    return keys[row];
  }

  boolean positive(int row) {
    return outcomes[row];
  }

  double value(int row, int feature) {
    return blocks.get(row >>> BLOCK_BITS)[(row & (BLOCK - 1)) * features.size() + feature];
  }
}
