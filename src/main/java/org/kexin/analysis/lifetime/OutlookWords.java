package org.kexin.analysis.lifetime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Estimates as people read them: four digits after the point say more than there is to know. */
final class OutlookWords {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;
  private static final int PROBABILITY_DECIMALS = 4;

  private OutlookWords() {}

  /** How likely a customer has left, in three words. */
  enum Churn {
    LOW,
    MEDIUM,
    HIGH;

    /** P(alive) from here on is a low tendency. */
    static final double LOW_FROM = 0.7;

    /** P(alive) from here on is a medium tendency, below it a high one. */
    static final double MEDIUM_FROM = 0.3;

    static Churn of(double probabilityAlive) {
      return probabilityAlive >= LOW_FROM ? LOW : probabilityAlive >= MEDIUM_FROM ? MEDIUM : HIGH;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static String number(double number) {
    return rounded(number, DECIMALS);
  }

  static String probability(double probability) {
    return rounded(probability, PROBABILITY_DECIMALS);
  }

  static String percent(double share) {
    return BigDecimal.valueOf(share)
        .multiply(PERCENT)
        .setScale(1, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static String rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
