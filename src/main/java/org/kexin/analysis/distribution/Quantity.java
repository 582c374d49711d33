package org.kexin.analysis.distribution;

import java.math.BigDecimal;

/** A number that customers or their orders have. */
enum Quantity {
  ORDER_AMOUNT("Amount of an order", "订单金额", true, true),
  ORDER_QUANTITY("Pieces of an order", "订单件数", false, true),
  ORDERS_PER_CUSTOMER("Orders of a customer", "每位客户的订单数", false, false),
  REVENUE_PER_CUSTOMER("Revenue of a customer", "每位客户的消费额", true, false);

  private final String english;
  private final String chinese;
  private final boolean money;
  private final boolean ofOrders;

  Quantity(String english, String chinese, boolean money, boolean ofOrders) {
    this.english = english;
    this.chinese = chinese;
    this.money = money;
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
    return new Bins(money ? Bins.AMOUNTS : Bins.COUNTS);
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
