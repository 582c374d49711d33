package org.kexin.survey;

/**
 * The whole numbers that an answer may be, both bounds included.
 *
 * @param min below {@code max}
 */
public record Scale(int min, int max) {

  /**
   * @throws IllegalArgumentException unless {@code min < max}
   */
  public Scale {
    if (min >= max) {
      throw new IllegalArgumentException("A scale has at least two values.");
    }
  }

  /** Whether the number is on the scale. */
  public boolean holds(int value) {
    return min <= value && value <= max;
  }
}
