package org.kexin.analysis;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/**
 * How much is put into one answer.
 *
 * @param patience how long it may take
 * @param progress told now and then which share is done, 0 to 1
 */
public record Effort(Duration patience, DoubleConsumer progress) {

  /**
   * @throws IllegalArgumentException if there is no time at all
   */
  public Effort {
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("an answer takes some time: " + patience);
    }
  }
}
