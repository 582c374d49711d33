package org.kexin.analysis.algorithm.ratio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * The ratios of one enterprise for one period.
 *
 * @param statement they were computed from
 * @param ratios one per {@link Ratio}, in that order
 */
public record EnterpriseRatios(FinancialStatement statement, List<Value> ratios) {

  /** Name and version for the answer. */
  public static final String METHOD = "enterprise ratios/1";

  /** An item was not reported. */
  public static final Reason ITEM_MISSING =
      new Reason("ITEM_MISSING", "An item that the ratio needs was not reported.");

  /** A denominator of 0. */
  public static final Reason ZERO_BASE = new Reason("ZERO_BASE", "The base of the ratio is zero.");

  /** A denominator below 0, by which a loss would look like a gain. */
  public static final Reason NEGATIVE_BASE =
      new Reason("NEGATIVE_BASE", "The base of the ratio is negative, so it means nothing.");

  /** No payments are known. */
  public static final Reason NO_PAYMENTS =
      new Reason("NO_PAYMENTS", "The payment behaviour is not known.");

  private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  public EnterpriseRatios {
    ratios = List.copyOf(ratios);
  }

  /**
   * One ratio.
   *
   * @param base what a balance in the denominator is
   */
  public record Value(Ratio ratio, Measure<Double> value, Base base) {}

  /** What a balance in the denominator is. */
  public enum Base {
    /** The balance at the end of the period, or an item of the period itself. */
    CLOSING,
    /** The mean of the opening and the closing balance. */
    MEAN
  }

  private Value valueOf(Ratio ratio) {
    return ratios.stream().filter(value -> value.ratio() == ratio).findFirst().orElseThrow();
  }

  /** What the balance in the denominator of a ratio is. */
  public Base baseOf(Ratio ratio) {
    return valueOf(ratio).base();
  }

  /** The value of one ratio. */
  public Measure<Double> of(Ratio ratio) {
    return valueOf(ratio).value();
  }

  /**
   * Computes all ratios.
   *
   * @param statement of the period
   * @param opening the statement before it, for mean balances; null when there is none
   * @param payments null when no invoices are known
   * @throws IllegalArgumentException if the opening statement is not before the other one
   */
  public static EnterpriseRatios of(
      FinancialStatement statement,
      @Nullable FinancialStatement opening,
      @Nullable PaymentBehaviour payments) {
    if (opening != null && !opening.periodEnd().isBefore(statement.periodEnd())) {
      throw new IllegalArgumentException("the opening statement is not before the closing one");
    }
    List<Value> values = new ArrayList<>();
    for (Ratio ratio : Ratio.values()) {
      values.add(value(ratio, statement, opening, payments));
    }
    return new EnterpriseRatios(statement, values);
  }

  private static Value value(
      Ratio ratio,
      FinancialStatement s,
      @Nullable FinancialStatement opening,
      @Nullable PaymentBehaviour payments) {
    BigDecimal grossProfit = minus(s.revenue(), s.costOfSales());
    return switch (ratio) {
      case CURRENT -> plain(ratio, s.currentAssets(), s.currentLiabilities());
      case QUICK -> plain(ratio, minus(s.currentAssets(), s.inventory()), s.currentLiabilities());
      case DEBT_TO_ASSETS -> plain(ratio, s.totalLiabilities(), s.totalAssets());
      case INTEREST_COVER -> plain(ratio, s.operatingProfit(), s.interestExpense());
      case INVENTORY_TURNOVER ->
          yearly(ratio, s, opening, s.costOfSales(), FinancialStatement::inventory);
      case RECEIVABLE_TURNOVER ->
          yearly(ratio, s, opening, s.revenue(), FinancialStatement::receivables);
      case ASSET_TURNOVER ->
          yearly(ratio, s, opening, s.revenue(), FinancialStatement::totalAssets);
      case GROSS_MARGIN -> plain(ratio, grossProfit, s.revenue());
      case NET_MARGIN -> plain(ratio, s.netIncome(), s.revenue());
      case RETURN_ON_ASSETS ->
          yearly(ratio, s, opening, s.netIncome(), FinancialStatement::totalAssets);
      case RETURN_ON_EQUITY -> yearly(ratio, s, opening, s.netIncome(), FinancialStatement::equity);
      case DAYS_BEYOND_TERMS ->
          new Value(
              ratio,
              payments == null ? Measure.missing(NO_PAYMENTS) : payments.daysBeyondTerms(),
              Base.CLOSING);
    };
  }

  private static Value plain(
      Ratio ratio, @Nullable BigDecimal numerator, @Nullable BigDecimal base) {
    return new Value(ratio, divide(numerator, base), Base.CLOSING);
  }

  /** A flow brought to twelve months, over a balance. */
  private static Value yearly(
      Ratio ratio,
      FinancialStatement closing,
      @Nullable FinancialStatement opening,
      @Nullable BigDecimal flow,
      Function<FinancialStatement, @Nullable BigDecimal> balance) {
    BigDecimal end = balance.apply(closing);
    BigDecimal start = opening == null ? null : balance.apply(opening);
    BigDecimal months = BigDecimal.valueOf(closing.months());
    BigDecimal year = flow == null ? null : flow.multiply(MONTHS_A_YEAR);
    if (end == null) {
      return new Value(ratio, Measure.missing(ITEM_MISSING), Base.CLOSING);
    }
    return start == null
        ? new Value(ratio, divide(year, end.multiply(months)), Base.CLOSING)
        : new Value(
            ratio,
            divide(year == null ? null : year.multiply(TWO), start.add(end).multiply(months)),
            Base.MEAN);
  }

  private static Measure<Double> divide(@Nullable BigDecimal numerator, @Nullable BigDecimal base) {
    if (numerator == null || base == null) {
      return Measure.missing(ITEM_MISSING);
    }
    if (base.signum() <= 0) {
      return Measure.missing(base.signum() == 0 ? ZERO_BASE : NEGATIVE_BASE);
    }
    return Measure.of(numerator.divide(base, MathContext.DECIMAL64).doubleValue());
  }

  private static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b);
  }

  /** Ratios that could be computed. */
  public List<Ratio> known() {
    return Arrays.stream(Ratio.values()).filter(ratio -> of(ratio).value() != null).toList();
  }
}
