package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who bought on a day, for care: ids only, in their order, from behind one on, so that a job can go
 * on where it stopped. Each question begins in the index by time.
 */
@ApplicationScoped
public class PurchaseDays {

  private static final UUID FIRST = new UUID(0, 0);

  private final EntityManager entities;

  PurchaseDays(EntityManager entities) {
    this.entities = entities;
  }

  /** A day in some zone, as its first moment and the first after it. */
  public record Day(Instant from, Instant until) {}

  /** An order of a known customer. */
  public record Purchase(UUID transactionId, UUID customerId) {}

  /**
   * Orders of a day, by their ids.
   *
   * @param product only those with a line of this; null for all
   * @param after null to begin
   */
  public List<Purchase> ordersOf(Day day, @Nullable UUID product, @Nullable UUID after, int limit) {
    var select =
        entities
            .createQuery(
                "select new org.kexin.transaction.PurchaseDays$Purchase(t.id, t.customerId)"
                    + " from Transaction t where t.occurredAt >= :from and t.occurredAt < :until"
                    + " and t.kind = org.kexin.transaction.Kind.ORDER and t.customerId is not null"
                    + " and t.id > :after"
                    + (product == null
                        ? ""
                        : " and exists (select 1 from TransactionLine l"
                            + " where l.key.transactionId = t.id and l.productId = :product)")
                    + " order by t.id",
                Purchase.class)
            .setParameter("from", day.from())
            .setParameter("until", day.until())
            .setParameter("after", after == null ? FIRST : after)
            .setMaxResults(limit);
    if (product != null) {
      select.setParameter("product", product);
    }
    return select.getResultList();
  }

  /** Customers whose last order so far was on that day. */
  public List<UUID> whoOrderedLastOn(Day day, @Nullable UUID after, int limit) {
    return buyers(List.of(day), "o.occurredAt >= t.occurredAt and o.id <> t.id", after, limit);
  }

  /** Customers whose first order was on one of these days. */
  public List<UUID> whoOrderedFirstOn(List<Day> days, @Nullable UUID after, int limit) {
    return buyers(days, "o.occurredAt < t.occurredAt", after, limit);
  }

  private List<UUID> buyers(List<Day> days, String elsewhere, @Nullable UUID after, int limit) {
    List<String> windows = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      windows.add("(t.occurredAt >= :from%1$d and t.occurredAt < :until%1$d)".formatted(i));
    }
    var select =
        entities
            .createQuery(
                "select distinct t.customerId from Transaction t where ("
                    + String.join(" or ", windows)
                    + ") and t.kind = org.kexin.transaction.Kind.ORDER and t.customerId > :after"
                    + " and not exists (select 1 from Transaction o"
                    + " where o.customerId = t.customerId"
                    + " and o.kind = org.kexin.transaction.Kind.ORDER and "
                    + elsewhere
                    + ") order by t.customerId",
                UUID.class)
            .setParameter("after", after == null ? FIRST : after)
            .setMaxResults(limit);
    for (int i = 0; i < days.size(); i++) {
      select.setParameter("from" + i, days.get(i).from());
      select.setParameter("until" + i, days.get(i).until());
    }
    return select.getResultList();
  }
}
