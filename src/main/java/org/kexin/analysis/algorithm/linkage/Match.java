package org.kexin.analysis.algorithm.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two rows that are probably the same, and why.
 *
 * @param left the smaller row
 * @param weight in bits: that of the prior and all evidence
 * @param posterior the probability of a match, 0 to 1
 * @param evidence one for each field; with the prior weight of the model they sum to the weight
 */
public record Match(int left, int right, double weight, double posterior, List<Evidence> evidence) {

  /**
   * @throws IllegalArgumentException if the rows are not ascending, the posterior not 0 to 1 or the
   *     weight not finite
   */
  public Match {
    evidence = List.copyOf(evidence);
    if (left < 0 || left >= right) {
      throw new IllegalArgumentException("rows ascend: " + left + ", " + right);
    }
    if (!Double.isFinite(weight) || !(posterior >= 0 && posterior <= 1)) {
      throw new IllegalArgumentException("a finite weight and a probability");
    }
  }

  /**
   * What one field says.
   *
   * @param level of agreement from 0, or null if a value was missing
   * @param weight log2 of the Bayes factor of the level, 0 if missing
   * @param rarity what the rarity of the shared value adds, in bits
   */
  public record Evidence(String field, @Nullable Integer level, double weight, double rarity) {}
}
