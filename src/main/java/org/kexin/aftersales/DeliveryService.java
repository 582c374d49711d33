package org.kexin.aftersales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SalesDirectory;

/** Recording and reading deliveries. */
@ApplicationScoped
class DeliveryService {

  /** What a delivery changes of its customer. */
  private static final Set<String> CHANGED = Set.of("deliveries");

  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final Deliveries deliveries;
  private final SalesDirectory sales;
  private final CustomerDirectory customers;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  DeliveryService(
      Deliveries deliveries,
      SalesDirectory sales,
      CustomerDirectory customers,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.deliveries = deliveries;
    this.sales = sales;
    this.customers = customers;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records that goods of an order were sent.
   *
   * @throws ProblemException {@code not-found} if there is no such order; {@code
   *     validation-failed}; {@code not-ready} if it has 200 deliveries
   */
  @Transactional
  Receipt record(UUID order, NewDelivery document) {
    Instant now = clock.now();
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.shippedAt() != null && document.shippedAt().isAfter(now.plus(CLOCK_SKEW))) {
      problems.add(
          new FieldProblem(
              "/shippedAt", "in-the-future", "A delivery is recorded once it is on its way."));
    }
    ProblemException.demandNone(problems);
    SalesDirectory.Sale sale =
        sales
            .lock(order)
            .filter(it -> it.kind() == Kind.ORDER)
            .orElseThrow(ProblemException::notFound);
    demandReach(sale.customerId());
    if (deliveries.count("transactionId", order) >= DeliveriesView.MAX_DELIVERIES) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "An order goes out in at most 200 deliveries.");
    }
    Delivery delivery = new Delivery(ids.next(), sale, document, now);
    deliveries.persistAndFlush(delivery);
    return changed(delivery);
  }

  /**
   * Says what became of a delivery.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     transition-refused} if that cannot follow its state
   */
  @Transactional
  Receipt end(UUID id, NewDeliveryOutcome document) {
    ProblemException.demandNone(violations.of(document));
    Delivery delivery = reached(id);
    ProblemException.demandNone(contradictions(delivery, document));
    delivery.become(document);
    return changed(delivery);
  }

  /**
   * Takes the customer's rating.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     transition-refused} if it has not ended; {@code already-rated}
   */
  @Transactional
  Receipt rate(UUID id, NewRating document) {
    ProblemException.demandNone(violations.of(document));
    Delivery delivery = reached(id);
    delivery.rate(Rating.of(document, clock.now()));
    return changed(delivery);
  }

  /** The deliveries of an order, as the caller may see them. */
  @Transactional
  DeliveriesView of(UUID order) {
    SalesDirectory.Sale sale = sales.find(order).orElseThrow(ProblemException::notFound);
    UUID customer = sale.customerId();
    Look look = null;
    if (customer != null) {
      viewing.concerns(customer);
      demandReach(customer);
      look = viewing.at(customer, Set.of());
    }
    return DeliveriesView.of(deliveries.of(order, DeliveriesView.MAX_DELIVERIES), look);
  }

  private Delivery reached(UUID id) {
    Delivery delivery = deliveries.findForUpdate(id).orElseThrow(ProblemException::notFound);
    demandReach(delivery.customerId());
    return delivery;
  }

  private void demandReach(@Nullable UUID customer) {
    if (customer != null) {
      customers.demandReach(customer);
    }
  }

  private Receipt changed(Delivery delivery) {
    deliveries.flush();
    if (delivery.customerId() != null) {
      changes.record(delivery.customerId(), CHANGED);
    }
    return new Receipt(delivery.id(), null, delivery.version());
  }

  private static List<FieldProblem> contradictions(Delivery delivery, NewDeliveryOutcome document) {
    List<FieldProblem> problems = new ArrayList<>();
    if (document.at().isBefore(delivery.shippedAt())) {
      problems.add(
          new FieldProblem("/at", "before-shipping", "Goods arrive after they were shipped."));
    }
    boolean failed =
        document.state() == DeliveryState.FAILED || document.state() == DeliveryState.SENT_BACK;
    if (failed != (document.reason() != null)) {
      problems.add(
          new FieldProblem(
              "/reason",
              failed ? "reason-needed" : "reason-unexpected",
              "Give a reason where it failed or was sent back, and only there."));
    }
    return problems;
  }
}
