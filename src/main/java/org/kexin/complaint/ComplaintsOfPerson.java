package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What a person complained about, for the person and for erasure. Erasure deletes what was said and
 * cuts the link to the person: what went wrong with products stays known, whose trouble it was does
 * not. What was open is withdrawn, since nobody is left who could be answered.
 */
@ApplicationScoped
class ComplaintsOfPerson implements PersonalDataHolder {

  private static final String COMPLAINTS = "complaint";
  private static final String CLOCKS = "complaint_clock";
  private static final String EVENTS = "complaint_event";
  private static final String GROUND =
      "What went wrong stays known without the person, so that it can be mended.";
  private static final int AT_ONCE = 50;

  private final Complaints complaints;
  private final ComplaintEvents events;
  private final EntityManager entities;
  private final DataKeys keys;
  private final Ids ids;

  ComplaintsOfPerson(
      Complaints complaints,
      ComplaintEvents events,
      EntityManager entities,
      DataKeys keys,
      Ids ids) {
    this.complaints = complaints;
    this.events = events;
    this.entities = entities;
    this.keys = keys;
    this.ids = ids;
  }

  /** A complaint, in clear. */
  record Told(OwnFacts complaint, @Nullable String description, List<ComplaintEventView> events) {}

  /** As {@link ComplaintRecord}, without the names of staff and the house's own settings. */
  record OwnFacts(
      UUID id,
      ComplaintState state,
      Severity severity,
      int escalationLevel,
      ComplaintChannel channel,
      UUID categoryId,
      @Nullable UUID productId,
      @Nullable UUID transactionId,
      @Nullable String cause,
      @Nullable CompensationKind compensationKind,
      @Nullable Money compensation,
      @Nullable Integer rating,
      int reopenCount,
      Instant receivedAt,
      @Nullable Instant waitingUntil,
      @Nullable Instant resolvedAt,
      @Nullable Instant closedAt,
      Instant changedAt) {

    static OwnFacts of(ComplaintRecord all) {
      return new OwnFacts(
          all.id(),
          all.state(),
          all.severity(),
          all.escalationLevel(),
          all.channel(),
          all.categoryId(),
          all.productId(),
          all.transactionId(),
          all.cause(),
          all.compensationKind(),
          all.compensation(),
          all.rating(),
          all.reopenCount(),
          all.receivedAt(),
          all.waitingUntil(),
          all.resolvedAt(),
          all.closedAt(),
          all.changedAt());
    }
  }

  @Override
  public Set<String> tables() {
    return Set.of(COMPLAINTS, CLOCKS, EVENTS);
  }

  @Override
  @Transactional
  public void export(UUID person, PersonFile file) {
    DataKey key = keys.find(person).orElse(null);
    UUID before = null;
    List<Complaint> some;
    do {
      some = complaints.of(person, before, AT_ONCE);
      for (Complaint complaint : some) {
        file.add(
            "complaints",
            new Told(
                OwnFacts.of(complaint.record()),
                Texts.open(key, Texts.DESCRIPTION, complaint.subject().sealedDescription()),
                events.all(complaint.id()).stream()
                    .map(event -> ComplaintEventView.of(event, key).withoutStaff())
                    .toList()));
        before = complaint.id();
      }
      // What was told need not be kept in memory.
      entities.clear();
    } while (some.size() == AT_ONCE);
  }

  @Override
  @Transactional
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    UUID nobody = ids.next();
    int clocks =
        entities
            .createNativeQuery(
                """
                update complaint_clock set deadline = null,
                  since = if(state in ('RUNNING', 'PAUSED'), :at, since),
                  state = if(state in ('RUNNING', 'PAUSED'), 'CANCELLED', state)
                where complaint_id in (select id from complaint where customer_id = :person)
                """)
            .setParameter("at", terms.at())
            .setParameter("person", person)
            .executeUpdate();
    int rows =
        entities
            .createNativeQuery(
                """
                update complaint set customer_id = :nobody, description = null,
                  transaction_id = null, waiting_until = null,
                  state = if(state in ('RESOLVED', 'CLOSED'), state, 'WITHDRAWN'),
                  next_deadline = :never, attend_at = :never, version = version + 1
                where customer_id = :person
                """)
            .setParameter("nobody", nobody)
            .setParameter("never", Complaint.NEVER)
            .setParameter("person", person)
            .executeUpdate();
    int happened =
        entities
            .createNativeQuery(
                "update complaint_event set customer_id = :nobody, note = null"
                    + " where customer_id = :person")
            .setParameter("nobody", nobody)
            .setParameter("person", person)
            .executeUpdate();
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.add(FieldOutcome.pseudonymised(COMPLAINTS, rows, "customer_id"));
    outcomes.addAll(
        FieldOutcome.erased(COMPLAINTS, rows, "description", "transaction_id", "waiting_until"));
    outcomes.addAll(
        FieldOutcome.kept(
            COMPLAINTS,
            rows,
            GROUND,
            null,
            "id",
            "channel",
            "category_id",
            "severity",
            "state",
            "escalation_level",
            "product_id",
            "cause",
            "compensation_kind",
            "compensation_amount",
            "compensation_currency",
            "rating",
            "reopen_count",
            "received_at",
            "resolved_at",
            "closed_at",
            "next_deadline",
            "attend_at",
            "changed_at"));
    outcomes.addAll(FieldOutcome.erased(CLOCKS, clocks, "deadline"));
    outcomes.addAll(
        FieldOutcome.kept(
            CLOCKS,
            clocks,
            GROUND,
            null,
            "complaint_id",
            "run_no",
            "state",
            "since",
            "used_micros",
            "warned"));
    outcomes.add(FieldOutcome.pseudonymised(EVENTS, happened, "customer_id"));
    outcomes.addAll(FieldOutcome.erased(EVENTS, happened, "note"));
    outcomes.addAll(
        FieldOutcome.kept(
            EVENTS,
            happened,
            GROUND,
            null,
            "id",
            "complaint_id",
            "kind",
            "occurred_at",
            "actor",
            "clock",
            "run_no",
            "detail"));
    return outcomes;
  }
}
