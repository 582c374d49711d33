package org.kexin.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/** Whether a payment may be recorded, and how far a transaction is paid. Pure. */
final class PaymentRules {

  private PaymentRules() {}

  /** What came of checking a payment. */
  sealed interface Checked {}

  /** It may be recorded. */
  record Accepted() implements Checked {}

  /** It is of another currency than the transaction. */
  record OtherCurrency() implements Checked {}

  /** More would be paid than is to be paid. */
  record Exceeds() implements Checked {}

  /**
   * Checks a payment.
   *
   * @param due what is to be paid in all, at least zero
   * @param paid what was paid before, in the same currency
   */
  static Checked check(Money due, Money paid, Money payment) {
    if (!payment.currency().equals(due.currency())) {
      return new OtherCurrency();
    }
    return paid.plus(payment).amount().compareTo(due.amount()) > 0 ? new Exceeds() : new Accepted();
  }

  /**
   * How far it is paid.
   *
   * @param dueOn last day on which it is paid in time, in UTC; null where it is paid at once
   */
  static PaymentState state(Money due, Money paid, @Nullable LocalDate dueOn, Instant now) {
    if (paid.amount().compareTo(due.amount()) >= 0) {
      return PaymentState.PAID;
    }
    if (dueOn != null && LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(dueOn)) {
      return PaymentState.OVERDUE;
    }
    if (paid.amount().signum() > 0) {
      return PaymentState.PARTLY_PAID;
    }
    return dueOn == null ? PaymentState.NOT_FOLLOWED : PaymentState.OPEN;
  }
}
