package org.kexin.analysis.algorithm;

import org.jspecify.annotations.Nullable;

/**
 * One figure, or the reason why there is none. Exactly one of the two is present, so a missing
 * figure can never pass for zero.
 *
 * @param value never NaN or infinite
 * @param <T> {@code Double} for ratios, {@code BigDecimal} for money
 */
public record Measure<T>(@Nullable T value, @Nullable Reason reason) {

  /**
   * @throws IllegalArgumentException if both or neither are present, or the value is a double that
   *     is not finite
   */
  public Measure {
    if ((value == null) == (reason == null)) {
      throw new IllegalArgumentException("a measure is either a value or a reason");
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new IllegalArgumentException("not a finite number: " + number);
    }
  }

  public static <T> Measure<T> of(T value) {
    return new Measure<>(value, null);
  }

  public static <T> Measure<T> missing(Reason reason) {
    return new Measure<>(null, reason);
  }

  /**
   * Gives a figure that is known to exist.
   *
   * @throws IllegalStateException if the figure is missing
   */
  public T orElseThrow() {
    if (value == null) {
      throw new IllegalStateException("no value: " + reason);
    }
    return value;
  }
}
