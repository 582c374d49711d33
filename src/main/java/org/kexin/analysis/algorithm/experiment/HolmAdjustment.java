package org.kexin.analysis.algorithm.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kexin.analysis.algorithm.Measure;

/**
 * p values adjusted for several comparisons: Holm (1979), A simple sequentially rejective multiple
 * test procedure, Scandinavian Journal of Statistics 6. An adjusted value below α means that the
 * comparison holds while the probability of any false one is at most α.
 */
public final class HolmAdjustment {

  /** Name and version for the answer. */
  public static final String METHOD = "Holm adjustment/1 (Holm 1979)";

  private HolmAdjustment() {}

  /**
   * Adjusts one family of tests.
   *
   * @param pValues raw, 0 to 1; a missing one was not tested, so it counts for no other
   * @return in the same order, each not below its raw value and at most 1; missing stays missing
   * @throws IllegalArgumentException if a value is not within 0 to 1
   */
  public static List<Measure<Double>> adjust(List<Measure<Double>> pValues) {
    List<Integer> tested =
        IntStream.range(0, pValues.size())
            .filter(i -> pValues.get(i).value() != null)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues.get(i).orElseThrow()))
            .toList();
    List<Measure<Double>> adjusted = new ArrayList<>(pValues);
    double largest = 0;
    for (int rank = 0; rank < tested.size(); rank++) {
      int index = tested.get(rank);
      double p = pValues.get(index).orElseThrow();
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("not a probability: " + p);
      }
      largest = Math.max(largest, Math.min(1, p * (tested.size() - rank)));
      adjusted.set(index, Measure.of(largest));
    }
    return Collections.unmodifiableList(adjusted);
  }
}
