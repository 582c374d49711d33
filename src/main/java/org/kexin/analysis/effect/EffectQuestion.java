package org.kexin.analysis.effect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesQuery;
import org.kexin.shared.ProblemException;

/**
 * Which effect is asked for.
 *
 * @param windowDays from the start on, 1 to 3,650; null for the promotion's own period
 * @param marginPercent 0 to 100
 * @param asOf only what was known here at that moment; null for all
 */
record EffectQuestion(
    UUID promotion,
    @Nullable Integer windowDays,
    SalesQuery.Returns returns,
    BigDecimal marginPercent,
    @Nullable Instant asOf) {

  private static final int MOST_DAYS = 3_650;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static EffectQuestion of(UUID promotion, EffectParameters given) {
    Integer days = given.windowDays();
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw ProblemException.parameter("windowDays", "windowDays is 1 to 3650.");
    }
    BigDecimal margin = Objects.requireNonNullElse(given.marginPercent(), ALL);
    if (margin.signum() < 0 || margin.compareTo(ALL) > 0) {
      throw ProblemException.parameter("marginPercent", "marginPercent is 0 to 100.");
    }
    return new EffectQuestion(
        promotion,
        days,
        SalesQuery.word(
            SalesQuery.Returns.class, "returns", given.returns(), SalesQuery.Returns.EXCLUDED),
        margin.stripTrailingZeros(),
        given.asOf());
  }

  /** 0 to 1. */
  double margin() {
    return marginPercent.movePointLeft(2).doubleValue();
  }
}
