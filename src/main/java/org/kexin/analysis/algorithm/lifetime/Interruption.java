package org.kexin.analysis.algorithm.lifetime;

import java.util.concurrent.CancellationException;

/** Lets a long computation be stopped from outside. */
final class Interruption {

  private Interruption() {}

  /**
   * @throws CancellationException if the thread is interrupted; the flag stays set
   */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the computation was interrupted");
    }
  }
}
