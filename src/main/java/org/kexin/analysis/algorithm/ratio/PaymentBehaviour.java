package org.kexin.analysis.algorithm.ratio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How far beyond the agreed terms an enterprise pays: the mean days late, weighted by amount, as
 * credit agencies state it (days beyond terms). Paying early counts as paying in time, so that it
 * cannot hide what is late.
 *
 * @param daysBeyondTerms 0 or more
 * @param invoices that were used
 * @param overdue of these, not paid at all yet
 * @param leftOut invoices that were not used
 */
public record PaymentBehaviour(
    Measure<Double> daysBeyondTerms, long invoices, long overdue, List<LeftOut> leftOut) {

  /** There is nothing to weigh. */
  public static final Reason NO_INVOICES =
      new Reason("NO_INVOICES", "There is no invoice that was paid or is overdue.");

  /** Counts invoices whose behaviour is not known yet. */
  public static final Reason NOT_YET_DUE =
      new Reason("NOT_YET_DUE", "Invoices that are not due and not paid yet were left out.");

  /** Counts credit notes and invoices of nothing. */
  public static final Reason NO_AMOUNT =
      new Reason("NO_AMOUNT", "Invoices of zero or less were left out.");

  public PaymentBehaviour {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One invoice.
   *
   * @param amount in one currency for all of them
   * @param due last day to pay in time
   * @param paid day it was paid in full; null when it was not
   */
  public record Invoice(BigDecimal amount, LocalDate due, @Nullable LocalDate paid) {

    /**
     * @throws IllegalArgumentException if the amount has more than 30 digits before or after the
     *     point
     */
    public Invoice {
      FinancialStatement.checkSize(amount);
    }
  }

  /**
   * Sums up payments.
   *
   * @param invoices in any order
   * @param asOf the day of the judgement; what is unpaid and overdue is late by the days up to it,
   *     and a payment after it is not seen
   */
  public static PaymentBehaviour of(List<Invoice> invoices, LocalDate asOf) {
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    long used = 0;
    long overdue = 0;
    long notDue = 0;
    long nothing = 0;
    for (Invoice invoice : invoices) {
      LocalDate paid = invoice.paid();
      boolean open = paid == null || paid.isAfter(asOf);
      if (invoice.amount().signum() <= 0) {
        nothing++;
      } else if (open && !invoice.due().isBefore(asOf)) {
        notDue++;
      } else {
        LocalDate until = open || paid == null ? asOf : paid;
        long late = Math.max(0, ChronoUnit.DAYS.between(invoice.due(), until));
        weighted = weighted.add(invoice.amount().multiply(BigDecimal.valueOf(late)));
        total = total.add(invoice.amount());
        used++;
        overdue += open ? 1 : 0;
      }
    }
    List<LeftOut> leftOut = new ArrayList<>();
    if (notDue > 0) {
      leftOut.add(new LeftOut(NOT_YET_DUE, notDue));
    }
    if (nothing > 0) {
      leftOut.add(new LeftOut(NO_AMOUNT, nothing));
    }
    Measure<Double> days =
        used == 0
            ? Measure.missing(NO_INVOICES)
            : Measure.of(weighted.divide(total, MathContext.DECIMAL64).doubleValue());
    return new PaymentBehaviour(days, used, overdue, leftOut);
  }
}
