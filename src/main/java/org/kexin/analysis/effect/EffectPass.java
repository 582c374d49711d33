package org.kexin.analysis.effect;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.promotion.Participant;
import org.kexin.promotion.Participants;

/**
 * Reads participants and sales side by side, both by customer ascending, so that nothing of a
 * customer is kept once the next one comes. Not thread-safe.
 */
final class EffectPass {

  private static final Comparator<UUID> ORDER = CustomerOrder.ofUuids();

  private final Participants participants;
  private final ArmSums targets = new ArmSums();
  private final ArmSums controls = new ArmSums();
  private final ArmSums takers = new ArmSums();
  private long outsiders;
  private @Nullable Participant next;
  private @Nullable UUID buyer;
  private BigDecimal spent = BigDecimal.ZERO;
  private long ordered;

  EffectPass(Participants participants) {
    this.participants = participants;
    this.next = participants.next();
  }

  /** A sale; those of one customer come one after the other. */
  void sale(Sale<UUID> sale) {
    UUID customer = Objects.requireNonNull(sale.customer());
    if (!customer.equals(buyer)) {
      settle();
      buyer = customer;
      spent = BigDecimal.ZERO;
      ordered = 0;
    }
    spent = spent.add(sale.amount());
    ordered += sale.amount().signum() < 0 ? 0 : 1;
  }

  /** There are no more sales. */
  void finish() {
    settle();
    for (Participant rest = next; rest != null; rest = participants.next()) {
      book(rest, BigDecimal.ZERO, 0);
    }
    next = null;
  }

  private void settle() {
    UUID customer = buyer;
    if (customer == null) {
      return;
    }
    Participant behind = next;
    while (behind != null && ORDER.compare(behind.customerId(), customer) < 0) {
      book(behind, BigDecimal.ZERO, 0);
      behind = participants.next();
    }
    if (behind != null && behind.customerId().equals(customer)) {
      book(behind, spent, ordered);
      behind = participants.next();
    } else {
      outsiders++;
    }
    next = behind;
  }

  private void book(Participant participant, BigDecimal value, long orders) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
    (participant.control() ? controls : targets).add(participant, value, orders);
    if (participant.tookPart() && !participant.control()) {
      takers.add(participant, value, orders);
    }
  }

  /** Who was approached, or should have been. */
  ArmSums targets() {
    return targets;
  }

  /** Who was left alone. */
  ArmSums controls() {
    return controls;
  }

  /** Those of the targets who took part. */
  ArmSums takers() {
    return takers;
  }

  /** Who bought or returned something in the same time and has nothing to do with the promotion. */
  long outsiders() {
    return outsiders;
  }
}
