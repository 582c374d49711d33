package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Complaints of one customer for other features: counts and sums, never what was said. */
@ApplicationScoped
public class ComplaintDirectory {

  private static final List<ComplaintState> OPEN =
      List.of(
          ComplaintState.RECEIVED,
          ComplaintState.ACKNOWLEDGED,
          ComplaintState.INVESTIGATING,
          ComplaintState.WAITING);

  private final Complaints complaints;
  private final EntityManager entities;

  ComplaintDirectory(Complaints complaints, EntityManager entities) {
    this.complaints = complaints;
    this.entities = entities;
  }

  /**
   * What a customer got for their trouble.
   *
   * @param amount above zero
   */
  public record Compensation(Currency currency, long complaints, BigDecimal amount) {}

  /** How many complaints of a customer are not settled. */
  public long open(UUID customer) {
    return complaints.count("customerId = ?1 and state in ?2", customer, OPEN);
  }

  /**
   * What settlements that stand were worth to a customer, by the moment of the settlement and the
   * code of the currency.
   *
   * @param until exclusive
   */
  public List<Compensation> compensations(UUID customer, Instant from, Instant until) {
    return entities
        .createQuery(
            "select new org.kexin.complaint.ComplaintDirectory$Compensation("
                + "c.outcome.currency, count(*), sum(c.outcome.amount)) from Complaint c"
                + " where c.customerId = :customer and c.outcome.resolvedAt >= :from"
                + " and c.outcome.resolvedAt < :until and c.outcome.amount is not null"
                + " group by c.outcome.currency order by c.outcome.currency",
            Compensation.class)
        .setParameter("customer", customer)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }
}
