package org.kexin.analysis.algorithm.association;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Asks now and then whether a search should end: after about a million steps of work, some
 * milliseconds, since asking (a clock, for instance) costs more than a step.
 */
final class Brake {

  private static final long STEPS_BETWEEN_QUESTIONS = 1 << 20;

  private final BooleanSupplier stop;
  private long steps;
  private boolean pulled;

  Brake(BooleanSupplier stop) {
    this.stop = stop;
  }

  /**
   * @param work steps done since the last call
   * @return whether to end with what there is; once true, always true
   * @throws CancellationException if the thread was interrupted
   */
  boolean isPulledAfter(long work) {
    steps += work;
    if (steps >= STEPS_BETWEEN_QUESTIONS && !pulled) {
      steps = 0;
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      pulled = stop.getAsBoolean();
    }
    return pulled;
  }

  boolean isPulled() {
    return pulled;
  }
}
