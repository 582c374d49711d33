package org.kexin.analysis.distribution;

import java.math.BigDecimal;

/** A number that customers or their orders have. */
enum Quantity {
  ORDER_AMOUNT("Amount of an order", "订单金额", Bins.AMOUNTS, true),
  ORDER_QUANTITY("Pieces of an order", "订单件数", Bins.COUNTS, true),
  ORDERS_PER_CUSTOMER("Orders of a customer", "每位客户的订单数", Bins.COUNTS, false),
  REVENUE_PER_CUSTOMER("Revenue of a customer", "每位客户的消费额", Bins.AMOUNTS, false);

  private final String english;
  private final String chinese;
  private final double[] edges;
  private final boolean ofOrders;

  Quantity(String english, String chinese, double[] edges, boolean ofOrders) {
    this.english = english;
    this.chinese = chinese;
    this.edges = edges;
    this.ofOrders = ofOrders;
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }

  /** Empty bins for it. */
  Bins bins() {
    return new Bins(edges);
  }

  /** Whether every order has one; otherwise every customer who bought. */
  boolean isOfOrders() {
    return ofOrders;
  }

  /** The one of an order, or of all that a customer bought. */
  double of(BigDecimal amount, long pieces, long orders) {
    return switch (this) {
      case ORDER_AMOUNT, REVENUE_PER_CUSTOMER -> amount.doubleValue();
      case ORDER_QUANTITY -> pieces;
      case ORDERS_PER_CUSTOMER -> orders;
    };
  }
}
