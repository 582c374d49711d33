package org.kexin.analysis.algorithm.ratio;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The items of one financial statement that ratios need. An item is null when it was not reported;
 * all are in one currency.
 *
 * @param periodEnd day of the balance sheet
 * @param months length of the period of the income statement, 1 to 24; turnovers and returns are
 *     brought to twelve months
 * @param currentAssets 流动资产
 * @param inventory 存货, at the end of the period
 * @param receivables 应收账款, at the end of the period
 * @param totalAssets 资产总计
 * @param currentLiabilities 流动负债
 * @param totalLiabilities 负债合计
 * @param equity 所有者权益, negative when debts exceed assets
 * @param revenue 营业收入 of the period
 * @param costOfSales 营业成本 of the period, as a positive number
 * @param operatingProfit 息税前利润: profit before interest and tax
 * @param interestExpense 利息费用, as a positive number
 * @param netIncome 净利润, negative for a loss
 */
public record FinancialStatement(
    LocalDate periodEnd,
    int months,
    @Nullable BigDecimal currentAssets,
    @Nullable BigDecimal inventory,
    @Nullable BigDecimal receivables,
    @Nullable BigDecimal totalAssets,
    @Nullable BigDecimal currentLiabilities,
    @Nullable BigDecimal totalLiabilities,
    @Nullable BigDecimal equity,
    @Nullable BigDecimal revenue,
    @Nullable BigDecimal costOfSales,
    @Nullable BigDecimal operatingProfit,
    @Nullable BigDecimal interestExpense,
    @Nullable BigDecimal netIncome) {

  private static final int LONGEST = 24;
  private static final int DIGITS = 30;

  /**
   * @throws IllegalArgumentException if months is not within 1 to 24, or an item has more than 30
   *     digits before or after the point
   */
  public FinancialStatement {
    if (months < 1 || months > LONGEST) {
      throw new IllegalArgumentException("a period has 1..24 months: " + months);
    }
    @Nullable BigDecimal[] items = {
      currentAssets, inventory, receivables, totalAssets, currentLiabilities, totalLiabilities,
      equity, revenue, costOfSales, operatingProfit, interestExpense, netIncome
    };
    for (@Nullable BigDecimal item : items) {
      checkSize(item);
    }
  }

  /** Before anything is added: 1E+999999999 would be written out with a billion zeros. */
  static void checkSize(@Nullable BigDecimal amount) {
    if (amount != null
        && (amount.scale() > DIGITS || amount.precision() - (long) amount.scale() > DIGITS)) {
      throw new IllegalArgumentException("an amount has at most 30 digits around the point");
    }
  }
}
