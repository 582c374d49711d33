package org.kexin.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.kexin.payment.PaymentBehaviourView.InCurrency;
import org.kexin.shared.Money;

/** Payments, and what they add up to. */
@ApplicationScoped
class Payments implements PanacheRepositoryBase<Payment, UUID> {

  private static final int DAYS_SCALE = 1;

  /** Orders with a last day of payment: what came back is not owed. */
  private static final String DUE =
      """
      select t.currency, t.due_on,
        coalesce((select sum((l.quantity - l.returned) * l.unit_price)
          from sales_transaction_line l where l.transaction_id = t.id), 0) as kept,
        coalesce((select sum(p.amount) from payment p where p.transaction_id = t.id), 0) as paid,
        (select date(max(p.paid_at)) from payment p where p.transaction_id = t.id) as last_paid
      from sales_transaction t
      where t.customer_id = :customer and t.kind = 'ORDER' and t.due_on is not null
        and t.occurred_at >= :since
      """;

  /**
   * Per currency. An order is late where the money that completed it came after its last day, or is
   * still missing.
   */
  private static final String BEHAVIOUR =
      """
      select o.currency, count(*),
        sum(o.paid >= o.kept and (o.last_paid is null or o.last_paid <= o.due_on)),
        sum(o.paid >= o.kept and o.last_paid > o.due_on),
        sum(o.paid < o.kept and o.due_on < :today),
        sum(o.paid < o.kept and o.due_on >= :today),
        sum(greatest(o.kept - o.paid, 0)),
        sum(if(o.due_on < :today, greatest(o.kept - o.paid, 0), 0)),
        avg(if(o.paid >= o.kept and o.last_paid > o.due_on,
          datediff(o.last_paid, o.due_on), null))
      from (
      """
          + DUE
          + """
      ) o
      group by o.currency order by o.currency
      """;

  private static final String NEWEST_DUE =
      DUE + " and t.currency = :currency order by t.occurred_at desc, t.id desc limit :most";

  /** Payments of one transaction, the first paid first. */
  List<Payment> of(UUID transaction, int limit) {
    return find("transactionId = ?1 order by paidAt, id", transaction).page(0, limit).list();
  }

  /** Payments of one transaction. */
  long countOf(UUID transaction) {
    return count("transactionId", transaction);
  }

  /** What was paid for one transaction in all. */
  Money paid(UUID transaction, Currency currency) {
    BigDecimal sum =
        getEntityManager()
            .createQuery(
                "select coalesce(sum(p.amount), 0) from Payment p where p.transactionId = :id",
                BigDecimal.class)
            .setParameter("id", transaction)
            .getSingleResult();
    return new Money(sum, currency);
  }

  /** How a customer paid the orders since a moment. */
  List<InCurrency> behaviour(UUID customer, Instant since, LocalDate today) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(BEHAVIOUR, Object[].class)
        .setParameter("customer", customer)
        .setParameter("since", since)
        .setParameter("today", today)
        .getResultList()
        .stream()
        .map(Payments::inCurrency)
        .toList();
  }

  /** The newest orders of one currency since a moment that have a last day of payment. */
  List<DueOrder> due(UUID customer, Currency currency, Instant since, int most) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(NEWEST_DUE, Object[].class)
        .setParameter("customer", customer)
        .setParameter("since", since)
        .setParameter("currency", currency.getCurrencyCode())
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(Payments::dueOrder)
        .toList();
  }

  private static DueOrder dueOrder(Object[] row) {
    BigDecimal kept = (BigDecimal) row[2];
    BigDecimal paid = (BigDecimal) row[3];
    Object last = row[4];
    return new DueOrder(
        kept, day(row[1]), last == null || paid.compareTo(kept) < 0 ? null : day(last));
  }

  private static LocalDate day(Object column) {
    return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
  }

  private static InCurrency inCurrency(Object[] row) {
    Currency currency = Currency.getInstance(String.valueOf(row[0]));
    BigDecimal days = (BigDecimal) row[8];
    return new InCurrency(
        currency.getCurrencyCode(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue(),
        new Money((BigDecimal) row[6], currency),
        new Money((BigDecimal) row[7], currency),
        days == null ? null : days.setScale(DAYS_SCALE, RoundingMode.HALF_EVEN).toPlainString());
  }
}
