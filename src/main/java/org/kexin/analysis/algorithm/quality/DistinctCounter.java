package org.kexin.analysis.algorithm.quality;

/**
 * Counts different values: exactly up to a bound, beyond it by adaptive sampling (Wegman; Flajolet
 * 1990, Computing 43). When more than the bound are held, only those whose hash ends in one more
 * zero bit are kept, and each of these stands for twice as many. What is kept depends on the set of
 * values alone, not on their order.
 */
final class DistinctCounter {

  // Flajolet (1990), theorem 2: standard error 1.20 / √ bound.
  private static final double ERROR = 1.20;

  private final int bound;
  private final Fingerprints kept = new Fingerprints();
  private int depth;

  DistinctCounter(int bound) {
    this.bound = bound;
  }

  void add(long first, long second) {
    if (isSampled(first) && kept.add(first, second)) {
      while (kept.size() > bound) {
        depth++;
        kept.retain(this::isSampled);
      }
    }
  }

  private boolean isSampled(long first) {
    return Long.numberOfTrailingZeros(first) >= depth;
  }

  boolean isExact() {
    return depth == 0;
  }

  Distinct count() {
    return new Distinct(
        (long) kept.size() << depth, isExact(), isExact() ? 0 : ERROR / Math.sqrt(bound));
  }
}
