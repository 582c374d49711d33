package org.kexin.analysis.need;

import java.math.BigDecimal;

/** Days as they are written. */
final class NeedWords {

  private NeedWords() {}

  /** Without needless zeros. */
  static String days(BigDecimal days) {
    return days.stripTrailingZeros().toPlainString();
  }
}
