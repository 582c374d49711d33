package org.kexin.analysis.algorithm.forecast;

import java.util.concurrent.CancellationException;

/** Lets a long computation be cancelled by interrupting its thread. */
final class Stopping {

  private Stopping() {}

  /**
   * @throws CancellationException if the thread is interrupted
   */
  static void ifInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the forecast was cancelled");
    }
  }
}
