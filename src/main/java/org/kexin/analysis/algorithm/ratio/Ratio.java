package org.kexin.analysis.algorithm.ratio;

/**
 * The ratios of an enterprise, as in textbooks on financial statement analysis (White, Sondhi and
 * Fried, The analysis and use of financial statements). Turnovers and returns are per year, on the
 * mean of the opening and closing balance where the opening one is known.
 */
public enum Ratio {
  /** Current assets / current liabilities (流动比率). */
  CURRENT(Aspect.SOLVENCY, "current assets / current liabilities"),
  /** (Current assets − inventory) / current liabilities (速动比率). */
  QUICK(Aspect.SOLVENCY, "(current assets - inventory) / current liabilities"),
  /** Total liabilities / total assets (资产负债率), usually 0 to 1. */
  DEBT_TO_ASSETS(Aspect.SOLVENCY, "total liabilities / total assets"),
  /** Operating profit / interest expense (利息保障倍数). */
  INTEREST_COVER(Aspect.SOLVENCY, "operating profit / interest expense"),
  /** Cost of sales / inventory, times a year (存货周转率). */
  INVENTORY_TURNOVER(Aspect.OPERATION, "cost of sales / mean inventory, per year"),
  /** Revenue / receivables, times a year (应收账款周转率). */
  RECEIVABLE_TURNOVER(Aspect.OPERATION, "revenue / mean receivables, per year"),
  /** Revenue / total assets, times a year (总资产周转率). */
  ASSET_TURNOVER(Aspect.OPERATION, "revenue / mean total assets, per year"),
  /** (Revenue − cost of sales) / revenue (毛利率). */
  GROSS_MARGIN(Aspect.PROFITABILITY, "(revenue - cost of sales) / revenue"),
  /** Net income / revenue (净利率). */
  NET_MARGIN(Aspect.PROFITABILITY, "net income / revenue"),
  /** Net income / total assets, a year (总资产收益率). */
  RETURN_ON_ASSETS(Aspect.PROFITABILITY, "net income / mean total assets, per year"),
  /** Net income / equity, a year (净资产收益率). */
  RETURN_ON_EQUITY(Aspect.PROFITABILITY, "net income / mean equity, per year"),
  /** Mean days late, weighted by amount (逾期天数). */
  DAYS_BEYOND_TERMS(Aspect.PAYMENT, "sum of amount x days late / sum of amounts");

  /** What a ratio tells of. */
  public enum Aspect {
    /** Whether debts can be paid (偿债能力). */
    SOLVENCY,
    /** How quickly what is invested turns over (营运能力). */
    OPERATION,
    /** What is earned (盈利能力). */
    PROFITABILITY,
    /** Whether invoices are paid in time (信用状况). */
    PAYMENT
  }

  private final Aspect aspect;
  private final String formula;

  Ratio(Aspect aspect, String formula) {
    this.aspect = aspect;
    this.formula = formula;
  }

  /** What it tells of. */
  public Aspect aspect() {
    return aspect;
  }

  /** How it is computed. */
  public String formula() {
    return formula;
  }
}
