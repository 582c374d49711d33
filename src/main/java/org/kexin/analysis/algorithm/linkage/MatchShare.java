package org.kexin.analysis.algorithm.linkage;

import org.jspecify.annotations.Nullable;

/**
 * What is known of λ, the share of the compared pairs that match, before the estimation. On blocked
 * pairs alone the algorithm may find the structure of the blocks instead of the matches; a prior
 * such as expected matches / compared pairs keeps it from that.
 */
public sealed interface MatchShare {

  /** Where the estimation begins. */
  double start();

  /** What is expected, or null if nothing is. */
  @Nullable Double prior();

  /** The share to go on with. */
  double accept(double estimate);

  /**
   * Estimated from the pairs.
   *
   * @param start above 0, below 1
   * @param prior above 0, below 1, to be warned when the estimate is far above it; or null
   */
  record Estimated(double start, @Nullable Double prior) implements MatchShare {

    /**
     * @throws IllegalArgumentException if a share is not above 0 and below 1
     */
    public Estimated {
      check(start);
      if (prior != null) {
        check(prior);
      }
    }

    @Override
    public double accept(double estimate) {
      return estimate;
    }
  }

  /**
   * Estimated, but never above a bound.
   *
   * @param expected the prior, and where the estimation begins; above 0
   * @param bound at least the prior, below 1
   */
  record Bounded(double expected, double bound) implements MatchShare {

    /**
     * @throws IllegalArgumentException if a share is not above 0 and below 1, or the bound below
     *     the prior
     */
    public Bounded {
      check(expected);
      check(bound);
      if (bound < expected) {
        throw new IllegalArgumentException("the bound is below the prior: " + bound);
      }
    }

    @Override
    public double start() {
      return expected;
    }

    @Override
    public Double prior() {
      return expected;
    }

    @Override
    public double accept(double estimate) {
      return Math.min(estimate, bound);
    }
  }

  /**
   * Known and not estimated.
   *
   * @param share above 0, below 1
   */
  record Fixed(double share) implements MatchShare {

    /**
     * @throws IllegalArgumentException if the share is not above 0 and below 1
     */
    public Fixed {
      check(share);
    }

    @Override
    public double start() {
      return share;
    }

    @Override
    public Double prior() {
      return share;
    }

    @Override
    public double accept(double estimate) {
      return share;
    }
  }

  private static void check(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share is above 0 and below 1: " + share);
    }
  }
}
