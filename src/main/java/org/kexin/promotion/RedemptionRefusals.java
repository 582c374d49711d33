package org.kexin.promotion;

import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** What a person can do about a refused voucher. */
final class RedemptionRefusals {

  private RedemptionRefusals() {}

  /** The refusal for a reason. */
  static ProblemException because(ProblemCode reason) {
    return new ProblemException(reason, detail(reason));
  }

  /**
   * @throws IllegalArgumentException if no voucher is refused for that
   */
  static String detail(ProblemCode reason) {
    return switch (reason) {
      case PROMOTION_NOT_RUNNING -> "The promotion of the voucher does not run at this time.";
      case VOUCHER_OUT_OF_TIME -> "Look at validFrom and validUntil of the voucher.";
      case VOUCHER_NOT_FOR_CUSTOMER -> "The offer of the voucher is not open to this customer.";
      case VOUCHER_USED_UP -> "The voucher was redeemed as often as it can be.";
      case VOUCHER_CUSTOMER_LIMIT -> "This customer redeemed it as often as one customer can.";
      case ORDER_ALREADY_DISCOUNTED ->
          "Roll the other redemption back first; offers do not add up.";
      case CURRENCY_MISMATCH -> "A voucher is good for orders in the currency of its promotion.";
      case ORDER_BELOW_MINIMUM -> "The order does not reach minimumAmount of the voucher.";
      case VOUCHER_NOT_FOR_PRODUCTS -> "None of the products is one that the offer is for.";
      default -> throw new IllegalArgumentException("No voucher is refused for " + reason + ".");
    };
  }
}
