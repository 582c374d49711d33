package org.kexin.survey;

/**
 * What an answer scores. Invariant: it is on its scale.
 *
 * @param value {@code scale.min()..scale.max()}
 */
public record Score(Scale scale, int value) {

  /**
   * @throws IllegalArgumentException if the value is off the scale
   */
  public Score {
    if (!scale.holds(value)) {
      throw new IllegalArgumentException("A score is on its scale.");
    }
  }
}
