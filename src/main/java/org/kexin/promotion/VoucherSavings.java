package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.Money;

/** What vouchers took off one customer's orders, for other features. */
@ApplicationScoped
public class VoucherSavings {

  private final EntityManager entities;

  VoucherSavings(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What redeemed vouchers took off.
   *
   * @param discount zero or more
   */
  public record Saving(Currency currency, long redemptions, BigDecimal discount) {}

  /**
   * What vouchers took off that were redeemed within a period and not rolled back, by the code of
   * the currency.
   *
   * @param until exclusive
   */
  public List<Saving> of(UUID customer, Instant from, Instant until) {
    return entities
        .createQuery(
            "select r.currency, count(*), sum(r.discount) from Redemption r"
                + " where r.customerId = :customer and r.redeemedAt >= :from"
                + " and r.redeemedAt < :until and r.rolledBackAt is null"
                + " group by r.currency order by r.currency",
            Object[].class)
        .setParameter("customer", customer)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .map(row -> new Saving(Money.currency((String) row[0]), (Long) row[1], (BigDecimal) row[2]))
        .toList();
  }
}
