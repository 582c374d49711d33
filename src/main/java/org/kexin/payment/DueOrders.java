package org.kexin.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What a customer was to pay, and when it was paid, for analyses of that customer. */
@ApplicationScoped
public class DueOrders {

  /** Orders of this many years before the day of the question. */
  public static final int YEARS = 2;

  /** Orders at most, the newest ones. */
  public static final int MOST = 1_000;

  private final Payments payments;

  DueOrders(Payments payments) {
    this.payments = payments;
  }

  /** The newest orders of a currency with a last day of payment, the newest first. */
  @Transactional
  public List<DueOrder> of(UUID customer, Currency currency, LocalDate today) {
    Instant since = today.minusYears(YEARS).atStartOfDay(ZoneOffset.UTC).toInstant();
    return payments.due(customer, currency, since, MOST);
  }
}
