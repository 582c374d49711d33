package org.kexin.analysis.trend;

import org.kexin.analysis.chart.Words;

/** What of the sales a series tells. */
enum TrendMeasure {
  /** The sum of orders, less returns where these are deducted. */
  REVENUE,
  ORDERS,
  /** Customers who ordered in the period, each once. */
  CUSTOMERS,
  /** Pieces, less what came back where returns are deducted. */
  QUANTITY,
  /** Customers whose first order ever lies in the period. */
  NEW_CUSTOMERS;

  Words words() {
    return switch (this) {
      case REVENUE -> new Words("Revenue", "销售额");
      case ORDERS -> new Words("Orders", "订单数");
      case CUSTOMERS -> new Words("Customers", "客户数");
      case QUANTITY -> new Words("Pieces", "数量");
      case NEW_CUSTOMERS -> new Words("New customers", "新客户数");
    };
  }
}
