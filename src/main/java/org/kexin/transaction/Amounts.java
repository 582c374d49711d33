package org.kexin.transaction;

import java.math.BigDecimal;

/** The arithmetic of lines and totals: exact, nothing is rounded. */
final class Amounts {

  /**
   * What the amount of one line stays below, in currency units: a thousand such lines still fit the
   * 15 digits of a total.
   */
  static final BigDecimal LINE_LIMIT = new BigDecimal("1000000000000");

  private Amounts() {}

  static BigDecimal of(int quantity, BigDecimal unitPrice) {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }

  static boolean fitsLine(int quantity, BigDecimal unitPrice) {
    return of(quantity, unitPrice).compareTo(LINE_LIMIT) < 0;
  }

  /** The amount as it counts in a total: negative in a return. */
  static BigDecimal signed(Kind kind, BigDecimal amount) {
    return kind == Kind.RETURN ? amount.negate() : amount;
  }
}
