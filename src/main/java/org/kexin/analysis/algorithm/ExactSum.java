package org.kexin.analysis.algorithm;

import java.math.BigInteger;

/**
 * The exact sum of doubles, so that it does not depend on their order. A fixed-point number that is
 * wide enough for every double, in digits of 32 bits with room for carries (the small
 * superaccumulator of Neal (2015), Fast exact summation using small and large superaccumulators).
 */
final class ExactSum {

  /** The value of the lowest bit is 2 to the power of minus this. */
  static final int FRACTION_BITS = 1_074;

  private static final int DIGITS = 68;
  private static final long DIGIT = 0xFFFF_FFFFL;
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final int EXPONENT = 0x7FF;

  /** Each value adds less than 2³³ to a digit, so a long holds this many without a carry. */
  private static final int VALUES_BEFORE_CARRY = 1 << 29;

  private final long[] digits = new long[DIGITS];
  private int sinceCarry;

  /** Adds a finite value. */
  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> MANTISSA_BITS) & EXPONENT;
    long mantissa = bits & MANTISSA;
    int shift = 0;
    if (exponent > 0) {
      mantissa |= 1L << MANTISSA_BITS;
      shift = exponent - 1;
    }
    int digit = shift >>> 5;
    int offset = shift & 31;
    long low = (mantissa & DIGIT) << offset;
    long high = (mantissa >>> 32) << offset;
    long sign = bits >> 63;
    digits[digit] += ((low & DIGIT) ^ sign) - sign;
    digits[digit + 1] += (((low >>> 32) + (high & DIGIT)) ^ sign) - sign;
    digits[digit + 2] += ((high >>> 32) ^ sign) - sign;
    if (++sinceCarry == VALUES_BEFORE_CARRY) {
      carry();
    }
  }

  private void carry() {
    for (int i = 0; i < DIGITS - 1; i++) {
      digits[i + 1] += digits[i] >> 32;
      digits[i] &= DIGIT;
    }
    sinceCarry = 0;
  }

  /** The sum in units of 2⁻¹⁰⁷⁴. */
  BigInteger units() {
    BigInteger units = BigInteger.ZERO;
    for (int i = DIGITS - 1; i >= 0; i--) {
      units = units.shiftLeft(32).add(BigInteger.valueOf(digits[i]));
    }
    return units;
  }
}
