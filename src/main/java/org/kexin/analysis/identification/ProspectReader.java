package org.kexin.analysis.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.customer.CustomerOrigin;
import org.kexin.customer.CustomerOriginReader;
import org.kexin.interaction.InteractionReader;
import org.kexin.promotion.PromotionTouch;
import org.kexin.promotion.PromotionTouchReader;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SaleRow;
import org.kexin.transaction.SalesFilter;
import org.kexin.transaction.SalesReader;

/** Reads what the model looks at: five passes, each over one feature's own rows. */
@ApplicationScoped
class ProspectReader {

  private final CustomerOriginReader customers;
  private final SalesReader sales;
  private final InteractionReader interactions;
  private final PromotionTouchReader promotions;
  private final Answering answering;

  ProspectReader(
      CustomerOriginReader customers,
      SalesReader sales,
      InteractionReader interactions,
      PromotionTouchReader promotions,
      Answering answering) {
    this.customers = customers;
    this.sales = sales;
    this.interactions = interactions;
    this.promotions = promotions;
    this.answering = answering;
  }

  /**
   * All customers at the ends of two days.
   *
   * @param knownAt only what was known here at that moment; null for all
   * @throws CancellationException if the thread is interrupted
   */
  Candidates all(LocalDate earlier, LocalDate later, @Nullable Instant knownAt) {
    Candidates candidates = new Candidates(earlier.toEpochDay(), later.toEpochDay());
    candidates.known(
        customers.stream(
            knownAt,
            origin -> {
              goOn();
              candidates.known(origin.createdAt());
              add(origin, candidates);
            }));
    candidates.complete();
    Candidates.Walk purchases = candidates.new Walk();
    sales.stream(
        SalesFilter.knownAt(knownAt),
        row -> {
          candidates.looked(row.recordedAt());
          purchase(row, purchases);
        });
    touches(candidates, null, knownAt);
    return candidates;
  }

  /** One customer at the end of a day; nobody where the customer is not known. */
  Candidates one(UUID customer, LocalDate day) {
    Candidates candidates = new Candidates(day.toEpochDay(), day.toEpochDay());
    customers.of(customer).ifPresent(origin -> add(origin, candidates));
    candidates.complete();
    Candidates.Walk purchases = candidates.new Walk();
    sales.streamOf(customer, null, row -> purchase(row, purchases));
    touches(candidates, customer, null);
    return candidates;
  }

  private void purchase(SaleRow row, Candidates.Walk purchases) {
    goOn();
    UUID customer = row.customerId();
    if (customer != null && row.kind() == Kind.ORDER) {
      purchases.bought(customer, day(row.occurredAt()));
    }
  }

  private void touches(Candidates candidates, @Nullable UUID only, @Nullable Instant knownAt) {
    Predicate<Instant> counts =
        moment -> {
          goOn();
          boolean known = knownAt == null || !moment.isAfter(knownAt);
          candidates.known(known ? moment : null);
          return known;
        };
    Candidates.Walk contacts = candidates.new Walk();
    interactions.stream(
        only,
        it -> {
          if (counts.test(it.knownAt())) {
            contacts.counted(
                it.customerId(),
                it.incoming() ? Features.Counted.INCOMING : Features.Counted.OUTGOING,
                day(it.knownAt()));
          }
        });
    promotions.streamContacts(
        only, touch(candidates.new Walk(), Features.Counted.PROMOTION_RECEIVED, counts));
    promotions.streamResponses(
        only, touch(candidates.new Walk(), Features.Counted.PROMOTION_ANSWERED, counts));
  }

  private Consumer<PromotionTouch> touch(
      Candidates.Walk walk, Features.Counted what, Predicate<Instant> counts) {
    return it -> {
      if (counts.test(it.knownAt())) {
        walk.counted(it.customerId(), what, day(it.knownAt()));
      }
    };
  }

  private void add(CustomerOrigin origin, Candidates candidates) {
    candidates.add(
        origin.customerId(),
        Features.traits(origin.kind(), origin.source()),
        day(origin.createdAt()));
  }

  private long day(Instant moment) {
    return LocalDate.ofInstant(moment, answering.zone()).toEpochDay();
  }

  private static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
  }
}
