package org.kexin.analysis.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.customer.CustomerOriginReader;
import org.kexin.interaction.InteractionReader;
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
   * @param knownAt only purchases that were known here at that moment; null for all
   * @throws CancellationException if the thread is interrupted
   */
  Candidates all(LocalDate earlier, LocalDate later, @Nullable Instant knownAt) {
    Candidates candidates = new Candidates(earlier.toEpochDay(), later.toEpochDay());
    customers.stream(
        origin -> {
          goOn();
          candidates.add(
              origin.customerId(),
              Features.traits(origin.kind(), origin.source()),
              day(origin.createdAt()));
        });
    candidates.complete();
    Candidates.Walk purchases = candidates.new Walk();
    sales.stream(
        SalesFilter.knownAt(knownAt),
        row -> {
          candidates.looked(row.recordedAt());
          purchase(row, purchases);
        });
    touches(candidates, null);
    return candidates;
  }

  /** One customer at the end of a day; nobody where the customer is not known. */
  Candidates one(UUID customer, LocalDate day) {
    Candidates candidates = new Candidates(day.toEpochDay(), day.toEpochDay());
    customers.streamOf(
        customer,
        origin ->
            candidates.add(
                customer,
                Features.traits(origin.kind(), origin.source()),
                day(origin.createdAt())));
    candidates.complete();
    Candidates.Walk purchases = candidates.new Walk();
    sales.streamOf(customer, null, row -> purchase(row, purchases));
    touches(candidates, customer);
    return candidates;
  }

  private void purchase(SaleRow row, Candidates.Walk purchases) {
    goOn();
    UUID customer = row.customerId();
    if (customer != null && row.kind() == Kind.ORDER) {
      purchases.bought(customer, day(row.occurredAt()));
    }
  }

  private void touches(Candidates candidates, @Nullable UUID only) {
    Candidates.Walk contacts = candidates.new Walk();
    interactions.stream(
        only,
        it -> {
          goOn();
          contacts.counted(
              it.customerId(),
              it.incoming() ? Features.Counted.INCOMING : Features.Counted.OUTGOING,
              day(it.knownAt()));
        });
    Candidates.Walk received = candidates.new Walk();
    promotions.streamContacts(
        only,
        it -> {
          goOn();
          received.counted(it.customerId(), Features.Counted.PROMOTION_RECEIVED, day(it.knownAt()));
        });
    Candidates.Walk answered = candidates.new Walk();
    promotions.streamResponses(
        only,
        it -> {
          goOn();
          answered.counted(it.customerId(), Features.Counted.PROMOTION_ANSWERED, day(it.knownAt()));
        });
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
