package org.kexin.aftersales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** A person's deliveries and service: for the person, for erasure, and for the time line. */
@ApplicationScoped
class AfterSalesOfPerson implements PersonalDataHolder, TimeLineSource {

  private static final String DELIVERY = "DELIVERY";
  private static final String SERVICE_CASE = "SERVICE_CASE";
  private static final int AT_ONCE = 500;

  private final EntityManager entities;

  AfterSalesOfPerson(EntityManager entities) {
    this.entities = entities;
  }

  /** A delivery, in clear. */
  record Sent(
      UUID id,
      UUID transactionId,
      DeliveryState state,
      String carrier,
      @Nullable String trackingNumber,
      Instant shippedAt,
      @Nullable LocalDate expectedOn,
      @Nullable Instant endedAt,
      @Nullable FailureReason reason,
      @Nullable Rating rating,
      Instant recordedAt) {}

  /** A service case, in clear. */
  record Served(
      UUID id,
      CaseKind kind,
      CaseState state,
      @Nullable UUID transactionId,
      @Nullable UUID productId,
      String problem,
      Instant openedAt,
      @Nullable String result,
      @Nullable Instant endedAt,
      @Nullable Rating rating) {}

  @Override
  public Set<String> tables() {
    return Set.of("delivery", "service_case");
  }

  @Override
  public void export(UUID person, PersonFile file) {
    List<Delivery> sent = deliveries(person, null, AT_ONCE);
    while (!sent.isEmpty()) {
      sent.forEach(it -> file.add("deliveries", sent(it)));
      // Otherwise the session would hold them all to its end.
      entities.clear();
      Delivery last = sent.getLast();
      sent = deliveries(person, new TimePosition(last.shippedAt(), last.id()), AT_ONCE);
    }
    List<ServiceCase> served = cases(person, null, AT_ONCE);
    while (!served.isEmpty()) {
      served.forEach(it -> file.add("serviceCases", served(it)));
      entities.clear();
      ServiceCase last = served.getLast();
      served = cases(person, new TimePosition(last.openedAt(), last.id()), AT_ONCE);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(
        FieldOutcome.erased(
            "delivery",
            delete("delete from Delivery where customerId = :person", person),
            "transaction_id",
            "customer_id",
            "state",
            "carrier",
            "tracking_number",
            "shipped_at",
            "expected_on",
            "ended_at",
            "reason",
            "score",
            "comment",
            "rated_at",
            "recorded_at"));
    outcomes.addAll(
        FieldOutcome.erased(
            "service_case",
            delete("delete from ServiceCase where customerId = :person", person),
            "customer_id",
            "kind",
            "state",
            "transaction_id",
            "product_id",
            "problem",
            "opened_at",
            "result",
            "ended_at",
            "score",
            "comment",
            "rated_at"));
    return outcomes;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELIVERY, SERVICE_CASE);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    List<TimeLineEntry> entries = new ArrayList<>();
    if (kinds.contains(DELIVERY)) {
      deliveries(person, behind, limit)
          .forEach(
              it ->
                  entries.add(
                      new TimeLineEntry(
                          DELIVERY,
                          it.shippedAt(),
                          it.id(),
                          it.transactionId(),
                          it.state().name())));
    }
    if (kinds.contains(SERVICE_CASE)) {
      cases(person, behind, limit)
          .forEach(
              it ->
                  entries.add(
                      new TimeLineEntry(
                          SERVICE_CASE, it.openedAt(), it.id(), it.id(), it.state().name())));
    }
    return entries.stream().sorted(TimeLineEntry.NEWEST_FIRST).limit(limit).toList();
  }

  private int delete(String statement, UUID person) {
    return entities.createQuery(statement).setParameter("person", person).executeUpdate();
  }

  private List<Delivery> deliveries(UUID person, @Nullable TimePosition behind, int limit) {
    return newest("Delivery", "shippedAt", Delivery.class, person, behind, limit);
  }

  private List<ServiceCase> cases(UUID person, @Nullable TimePosition behind, int limit) {
    return newest("ServiceCase", "openedAt", ServiceCase.class, person, behind, limit);
  }

  private <T> List<T> newest(
      String entity,
      String moment,
      Class<T> type,
      UUID person,
      @Nullable TimePosition behind,
      int limit) {
    String beyond =
        behind == null
            ? ""
            : " and e.%1$s <= :moment and (e.%1$s < :moment or e.id < :behind)".formatted(moment);
    var select =
        entities
            .createQuery(
                "from %s e where e.customerId = :person%s order by e.%s desc, e.id desc"
                    .formatted(entity, beyond, moment),
                type)
            .setParameter("person", person)
            .setMaxResults(limit);
    if (behind != null) {
      select.setParameter("moment", behind.moment()).setParameter("behind", behind.id());
    }
    return select.getResultList();
  }

  private static Sent sent(Delivery it) {
    return new Sent(
        it.id(),
        it.transactionId(),
        it.state(),
        it.carrier(),
        it.trackingNumber(),
        it.shippedAt(),
        it.expectedOn(),
        it.endedAt(),
        it.reason(),
        it.rating(),
        it.recordedAt());
  }

  private static Served served(ServiceCase it) {
    return new Served(
        it.id(),
        it.kind(),
        it.state(),
        it.transactionId(),
        it.productId(),
        it.problem(),
        it.openedAt(),
        it.result(),
        it.endedAt(),
        it.rating());
  }
}
