package org.kexin.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;

/** Whether a voucher may be used for a purchase, and what it then takes off. Pure. */
final class VoucherRules {

  private VoucherRules() {}

  /**
   * All that decides.
   *
   * @param redeemed by everybody so far
   * @param redeemedByCustomer so far; 0 where there is no limit for each
   * @param forCustomer whether the customer is known, in the target group and of the kind that the
   *     offer is for
   * @param orderTaken whether the order has a voucher already
   */
  record Question(
      Promotion promotion,
      Voucher voucher,
      Offer offer,
      Purchase purchase,
      int redeemed,
      int redeemedByCustomer,
      boolean forCustomer,
      boolean orderTaken,
      Instant now) {}

  /** What came of it. */
  sealed interface Judgement {}

  /** It may be used. */
  record Granted(Money discount) implements Judgement {}

  /**
   * It may not.
   *
   * @param reasons all of them, at least one, what the customer can change least first
   */
  record Refused(List<ProblemCode> reasons) implements Judgement {

    /** Copies the reasons. */
    Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason.");
      }
    }
  }

  /** Judges by all rules at once. */
  static Judgement judge(Question asked) {
    List<ProblemCode> reasons = new ArrayList<>();
    Voucher voucher = asked.voucher();
    refuse(!asked.promotion().isOpen(asked.now()), ProblemCode.PROMOTION_NOT_RUNNING, reasons);
    refuse(!voucher.isValid(asked.now()), ProblemCode.VOUCHER_OUT_OF_TIME, reasons);
    refuse(!asked.forCustomer(), ProblemCode.VOUCHER_NOT_FOR_CUSTOMER, reasons);
    refuse(asked.redeemed() >= voucher.totalLimit(), ProblemCode.VOUCHER_USED_UP, reasons);
    Integer each = voucher.customerLimit();
    refuse(
        each != null && asked.redeemedByCustomer() >= each,
        ProblemCode.VOUCHER_CUSTOMER_LIMIT,
        reasons);
    refuse(asked.orderTaken(), ProblemCode.ORDER_ALREADY_DISCOUNTED, reasons);
    judgePurchase(asked, reasons);
    return reasons.isEmpty()
        ? new Granted(asked.offer().discount().of(asked.purchase().discounted()))
        : new Refused(reasons);
  }

  private static void judgePurchase(Question asked, List<ProblemCode> reasons) {
    Money total = asked.purchase().total();
    if (!total.currency().equals(asked.promotion().document().cost().fixed().currency())) {
      reasons.add(ProblemCode.CURRENCY_MISMATCH);
      return;
    }
    Money minimum = asked.voucher().minimumAmount(total.currency());
    refuse(
        minimum != null && total.amount().compareTo(minimum.amount()) < 0,
        ProblemCode.ORDER_BELOW_MINIMUM,
        reasons);
    refuse(
        asked.purchase().discounted().amount().signum() == 0,
        ProblemCode.VOUCHER_NOT_FOR_PRODUCTS,
        reasons);
  }

  private static void refuse(boolean refused, ProblemCode reason, List<ProblemCode> reasons) {
    if (refused) {
      reasons.add(reason);
    }
  }
}
