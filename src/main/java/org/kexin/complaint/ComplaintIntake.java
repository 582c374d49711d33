package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Taking in complaints. */
@ApplicationScoped
class ComplaintIntake {

  private final Complaints complaints;
  private final ComplaintLog log;
  private final ComplaintTerms terms;
  private final ComplaintReferences references;
  private final CustomerDirectory customers;
  private final DataKeys keys;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  ComplaintIntake(
      Complaints complaints,
      ComplaintLog log,
      ComplaintTerms terms,
      ComplaintReferences references,
      CustomerDirectory customers,
      DataKeys keys,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.complaints = complaints;
    this.log = log;
    this.terms = terms;
    this.references = references;
    this.customers = customers;
    this.keys = keys;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes in a complaint that a member of staff records.
   *
   * @throws ProblemException {@code validation-failed}, {@code not-found} or {@code
   *     not-your-customer} as {@link CustomerDirectory#demandReach} says, {@code already-exists} if
   *     the id is taken
   */
  @Transactional
  Receipt receive(NewComplaint document) {
    Instant now = clock.now();
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    problems.addAll(ComplaintRules.ofNew(document.id(), document.receivedAt(), now));
    if (problems.isEmpty()) {
      problems.addAll(references.problems(document.customerId(), document.facts()));
    }
    ProblemException.demandNone(problems);
    viewing.concerns(document.customerId());
    customers.demandReach(document.customerId());
    UUID id = Objects.requireNonNullElseGet(document.id(), ids::next);
    if (complaints.findById(id) != null) {
      throw exists();
    }
    return received(
        id,
        document.customerId(),
        document.facts(),
        document.severity(),
        Objects.requireNonNullElse(document.receivedAt(), now),
        viewing.caller().userId());
  }

  /**
   * Takes in a complaint of the caller.
   *
   * @throws ProblemException {@code validation-failed}, or {@code not-found} if the caller is no
   *     customer
   */
  @Transactional
  Receipt receiveOwn(OwnComplaint document) {
    UUID own = references.own();
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      problems.addAll(references.problems(own, document.facts()));
    }
    ProblemException.demandNone(problems);
    return received(ids.next(), own, document.facts(), Severity.NORMAL, clock.now(), null);
  }

  private Receipt received(
      UUID id,
      UUID customer,
      ComplaintFacts facts,
      Severity severity,
      Instant receivedAt,
      @Nullable String recordedBy) {
    DataKey key = keys.findOrThrow(customer);
    Complaint complaint =
        new Complaint(
            id,
            customer,
            facts,
            severity,
            Texts.seal(key, Texts.DESCRIPTION, facts.description()),
            receivedAt,
            recordedBy,
            terms.current());
    try {
      complaints.persistAndFlush(complaint);
    } catch (ConstraintViolationException raced) {
      throw exists();
    }
    log.add(
        complaint,
        new ComplaintEvent(
            ids.next(),
            complaint,
            EventKind.RECEIVED,
            receivedAt,
            recordedBy == null ? ActorKind.CUSTOMER : ActorKind.STAFF,
            recordedBy,
            severity.name(),
            null));
    complaints.flush();
    changes.record(customer, Set.of(Complaint.CHANGED));
    return new Receipt(id, null, complaint.version());
  }

  private static ProblemException exists() {
    return new ProblemException(ProblemCode.ALREADY_EXISTS, "There is a complaint with this id.");
  }
}
