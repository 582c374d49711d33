package org.kexin.analysis.cohort;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.retention.EconomicsParameters;
import org.kexin.shared.ProblemException;

/**
 * What is asked of the economics of retention.
 *
 * @param months of a period
 * @param parameters without costs of acquisition
 * @param acquisitionCost of each month; null where it is not known
 */
record RetentionEconomicsQuestion(
    SalesQuery sales,
    int months,
    EconomicsParameters parameters,
    @Nullable BigDecimal acquisitionCost) {

  private static final int UNSET_HORIZON = 12;
  private static final int MONTHS_A_YEAR = 12;
  private static final int MOST_DECIMALS = 9;
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);
  private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");
  private static final BigDecimal HIGHEST_COST = new BigDecimal("1000000000000");

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static RetentionEconomicsQuestion of(SalesParameters sales, RetentionEconomicsParameters asked) {
    if (asked.marginPercent() == null) {
      throw ProblemException.parameter("marginPercent", "marginPercent is needed, 0 to 100.");
    }
    int months = Objects.requireNonNullElse(asked.months(), 1);
    if (months < 1 || MONTHS_A_YEAR % months != 0) {
      throw ProblemException.parameter("months", "months is 1, 2, 3, 4, 6 or 12.");
    }
    BigDecimal cost = asked.acquisitionCost();
    if (cost != null) {
      demand("acquisitionCost", cost, HIGHEST_COST);
    }
    return new RetentionEconomicsQuestion(
        SalesQuery.of(sales, asked.to(), null),
        months,
        parameters(
            demand("marginPercent", asked.marginPercent(), BigDecimal.valueOf(100)),
            demand(
                "risePoints",
                Objects.requireNonNullElse(asked.risePoints(), FIVE),
                BigDecimal.valueOf(100)),
            demand(
                "discountRate",
                Objects.requireNonNullElse(asked.discountRate(), ONE_PERCENT),
                BigDecimal.TEN),
            Objects.requireNonNullElse(asked.horizon(), UNSET_HORIZON)),
        cost);
  }

  private static EconomicsParameters parameters(
      BigDecimal margin, BigDecimal rise, BigDecimal discount, int horizon) {
    if (rise.signum() == 0) {
      throw ProblemException.parameter("risePoints", "risePoints is above 0.");
    }
    try {
      return new EconomicsParameters(
          margin.movePointLeft(2), rise.movePointLeft(2), discount, horizon, new TreeMap<>());
    } catch (IllegalArgumentException outOfRange) {
      throw ProblemException.parameter("horizon", "horizon is 1 to 1200.");
    }
  }

  private static BigDecimal demand(String name, BigDecimal value, BigDecimal largest) {
    // Before it is compared or written: 1E-999999999 is a number, too.
    if (value.scale() > MOST_DECIMALS || value.signum() < 0 || value.compareTo(largest) > 0) {
      throw ProblemException.parameter(
          name,
          "%s is 0 to %s with at most nine decimals.".formatted(name, largest.toPlainString()));
    }
    return value;
  }
}
