package org.kexin.analysis.lifetime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.lifetime.LifetimeValue;
import org.kexin.analysis.algorithm.lifetime.ModelKind;
import org.kexin.shared.ProblemException;

/**
 * What an analysis of lifetime value is asked.
 *
 * @param sales without a first day; its last day is the last one observed, null for today
 * @param discountPercent a month, 0 to 100
 * @param marginPercent above 0 to 100
 * @param calibrationEnd last day that the models compared with each other may know; null compares
 *     none
 */
record LifetimeQuestion(
    SalesQuery sales,
    ModelKind model,
    int months,
    BigDecimal discountPercent,
    BigDecimal marginPercent,
    @Nullable LocalDate calibrationEnd) {

  private static final int DEFAULT_MONTHS = 12;
  private static final int MOST_MONTHS = 120;
  private static final int LAST_YEAR = 9_999;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static LifetimeQuestion of(LifetimeParameters asked, @Nullable LocalDate calibrationEnd) {
    requirePossible("to", asked.to());
    requirePossible("calibrationEnd", calibrationEnd);
    SalesParameters sales =
        new SalesParameters(
            null,
            asked.returns(),
            asked.currency(),
            asked.asOf(),
            asked.channel(),
            asked.customerKind());
    int months = Objects.requireNonNullElse(asked.months(), DEFAULT_MONTHS);
    if (months < 1 || months > MOST_MONTHS) {
      throw ProblemException.parameter("months", "months is 1 to " + MOST_MONTHS + ".");
    }
    BigDecimal margin = percent("marginPercent", asked.marginPercent(), PERCENT);
    if (margin.signum() == 0) {
      throw ProblemException.parameter("marginPercent", "marginPercent is above 0.");
    }
    return new LifetimeQuestion(
        SalesQuery.of(sales, asked.to(), null),
        SalesQuery.word(ModelKind.class, "model", asked.model(), ModelKind.MBG_NBD),
        months,
        percent("discountPercent", asked.discountPercent(), BigDecimal.ONE),
        margin,
        calibrationEnd);
  }

  private static void requirePossible(String name, @Nullable LocalDate day) {
    if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
      throw ProblemException.parameter(name, name + " is within the years 1 to 9999.");
    }
  }

  private static BigDecimal percent(String name, @Nullable BigDecimal given, BigDecimal unset) {
    BigDecimal percent = Objects.requireNonNullElse(given, unset);
    // The magnitude first: a text of ten characters can be a number of a billion digits.
    if (percent.signum() < 0
        || percent.precision() - (long) percent.scale() > PERCENT.precision()
        || percent.scale() > PERCENT.precision() * 2
        || percent.compareTo(PERCENT) > 0) {
      throw ProblemException.parameter(name, name + " is 0 to 100, with 6 decimals at most.");
    }
    return percent;
  }

  /** Horizon, discount and margin. */
  LifetimeValue.Parameters value() {
    return new LifetimeValue.Parameters(
        months,
        discountPercent.divide(PERCENT).doubleValue(),
        marginPercent.divide(PERCENT).doubleValue());
  }

  /** What an answer says of it. */
  SortedMap<String, String> stated() {
    SortedMap<String, String> stated = new TreeMap<>();
    stated.put("model", model.name());
    stated.put("unit", "week");
    stated.put("months", String.valueOf(months));
    stated.put("discountPercent", discountPercent.toPlainString());
    stated.put("marginPercent", marginPercent.toPlainString());
    return stated;
  }
}
