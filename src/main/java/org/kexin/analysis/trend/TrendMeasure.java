package org.kexin.analysis.trend;

import org.kexin.analysis.chart.Words;

/** What of the sales a series tells. */
enum TrendMeasure {
  /** The sum of orders, less returns where these are deducted. */
  REVENUE(new Words("Revenue", "销售额")),
  ORDERS(new Words("Orders", "订单数")),
  /** Customers who ordered in the period, each once. */
  CUSTOMERS(new Words("Customers", "客户数")),
  /** Pieces, less what came back where returns are deducted. */
  QUANTITY(new Words("Pieces", "数量")),
  /** Customers whose first order ever lies in the period. */
  NEW_CUSTOMERS(new Words("New customers", "新客户数"));

  private final Words words;

  TrendMeasure(Words words) {
    this.words = words;
  }

  Words words() {
    return words;
  }
}
