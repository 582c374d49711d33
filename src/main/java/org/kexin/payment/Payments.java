package org.kexin.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

  /**
   * Per currency, over orders with a last day of payment: what came back is not owed. An order is
   * late where the money that completed it came after that day, or is still missing.
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
        select t.currency, t.due_on,
          coalesce((select sum((l.quantity - l.returned) * l.unit_price)
            from sales_transaction_line l where l.transaction_id = t.id), 0) as kept,
          coalesce((select sum(p.amount) from payment p where p.transaction_id = t.id), 0) as paid,
          (select date(max(p.paid_at)) from payment p where p.transaction_id = t.id) as last_paid
        from sales_transaction t
        where t.customer_id = :customer and t.kind = 'ORDER' and t.due_on is not null
          and t.occurred_at >= :since
      ) o
      group by o.currency order by o.currency
      """;

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
