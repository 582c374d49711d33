package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/** Orders and returns for other features: the head, never the lines. */
@ApplicationScoped
public class SalesDirectory {

  private final Transactions transactions;

  SalesDirectory(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * An order or a return.
   *
   * @param customerId null for an anonymous one
   * @param total negative for a return
   * @param dueOn last day on which an order is paid in time; null where it is paid at once
   */
  public record Sale(
      UUID id,
      Kind kind,
      @Nullable UUID customerId,
      Money total,
      Instant occurredAt,
      @Nullable LocalDate dueOn) {}

  /** The sale; empty if there is none. */
  public Optional<Sale> find(UUID id) {
    return Optional.ofNullable(transactions.findById(id)).map(Transaction::sale);
  }

  /** What an order is worth without what came back of it, exact. */
  public Money kept(Sale order) {
    return new Money(transactions.kept(order.id()), order.total().currency());
  }

  /** The sale, locked to the end of the caller's transaction; empty if there is none. */
  public Optional<Sale> lock(UUID id) {
    return Optional.ofNullable(transactions.findById(id, LockModeType.PESSIMISTIC_WRITE))
        .map(Transaction::sale);
  }
}
