package org.kexin.analysis.algorithm.linkage;

import org.jspecify.annotations.Nullable;

/**
 * How to estimate the model of Fellegi and Sunter.
 *
 * @param share of matches among the pairs
 * @param startM where the probability that a match agrees best begins, above 0, below 1
 * @param startU the same for pairs that do not match; below startM
 * @param randomPairs where u is taken from, see {@link RandomPairs}; null if it is estimated
 *     together with m
 * @param smoothing pairs added to each level of each field, for matches and for the others: .000001
 *     to 1. A level that was never seen is then rare and not impossible, and no single field can
 *     outweigh all others for ever
 * @param tolerance ends when no probability moves by more; above 0
 * @param mostRounds at least 1
 */
public record EmParameters(
    MatchShare share,
    double startM,
    double startU,
    @Nullable PatternCounts randomPairs,
    double smoothing,
    double tolerance,
    int mostRounds) {

  private static final double DEFAULT_START_M = .9;
  private static final double DEFAULT_START_U = .1;
  // That of Krichevsky and Trofimov (1981): half a pair.
  private static final double DEFAULT_SMOOTHING = .5;
  private static final double LEAST_SMOOTHING = 1e-6;
  private static final double DEFAULT_TOLERANCE = 1e-9;
  private static final int DEFAULT_ROUNDS = 2_000;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public EmParameters {
    if (!(startU > 0 && startU < startM && startM < 1)) {
      throw new IllegalArgumentException("start values: 0 < u < m < 1");
    }
    if (!(smoothing >= LEAST_SMOOTHING && smoothing <= 1)) {
      throw new IllegalArgumentException("smoothing is .000001 to 1: " + smoothing);
    }
    if (!(tolerance > 0) || mostRounds < 1) {
      throw new IllegalArgumentException("a tolerance above 0 and a round at least");
    }
  }

  /** All estimated together from the compared pairs; m begins at .9 and u at .1. */
  public static EmParameters defaults(MatchShare share) {
    return new EmParameters(
        share,
        DEFAULT_START_M,
        DEFAULT_START_U,
        null,
        DEFAULT_SMOOTHING,
        DEFAULT_TOLERANCE,
        DEFAULT_ROUNDS);
  }

  /** The same with u from random pairs of the same fields. */
  public EmParameters withChanceFrom(PatternCounts random) {
    return new EmParameters(share, startM, startU, random, smoothing, tolerance, mostRounds);
  }
}
