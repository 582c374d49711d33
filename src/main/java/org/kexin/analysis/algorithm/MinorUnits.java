package org.kexin.analysis.algorithm;

import java.math.BigDecimal;

/**
 * Amounts of money as whole ten-thousandths of the currency unit in a {@code long}: exact to add,
 * eight bytes to keep. Four decimals, because unit prices of tenths of a cent are real (the Online
 * Retail set has 0.001). The range is about ±922 × 10¹² currency units; leaving it is an {@link
 * ArithmeticException}, never a wrong sum.
 */
public final class MinorUnits {

  /** Digits after the point of an amount in minor units. */
  public static final int DECIMALS = 4;

  private static final int SHOWN_DECIMALS = 2;
  private static final int MAX_INTEGER_DIGITS = 15;
  private static final String OUT_OF_RANGE =
      "an amount has at most " + DECIMALS + " decimals and is below 922 * 10^12 currency units";

  private MinorUnits() {}

  /**
   * The amount in minor units.
   *
   * @throws IllegalArgumentException if the amount has more than four decimals or does not fit
   */
  public static long of(BigDecimal amount) {
    // Before the scale is set: 1E+999999999 would be written out with a billion zeros.
    if (amount.precision() - (long) amount.scale() > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException(OUT_OF_RANGE);
    }
    try {
      return amount.setScale(DECIMALS).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(OUT_OF_RANGE, e);
    }
  }

  /** The exact amount, trailing zeros removed down to two decimals. */
  public static BigDecimal toDecimal(long minorUnits) {
    BigDecimal stripped = BigDecimal.valueOf(minorUnits, DECIMALS).stripTrailingZeros();
    return stripped.scale() < SHOWN_DECIMALS ? stripped.setScale(SHOWN_DECIMALS) : stripped;
  }
}
