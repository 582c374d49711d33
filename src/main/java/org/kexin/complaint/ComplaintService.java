package org.kexin.complaint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;

/**
 * Everything that is done with complaints. Each action locks the complaint, first notes what time
 * has brought, and then happens or is refused; a refusal changes nothing.
 *
 * <p>All of them throw a {@link org.kexin.shared.ProblemException}: {@code validation-failed} for
 * what is wrong with the document, {@code not-found} or {@code not-your-customer} for whom the
 * complaint is none of their business, {@code complaint-transition-refused} where the state does
 * not allow it.
 */
@ApplicationScoped
class ComplaintService {

  private final Complaints complaints;
  private final ComplaintLog log;
  private final ComplaintTerms terms;
  private final ComplaintReferences references;
  private final CustomerDirectory customers;
  private final DataKeys keys;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final MergePatch mergePatch;
  private final Ids ids;
  private final Clock clock;

  ComplaintService(
      Complaints complaints,
      ComplaintLog log,
      ComplaintTerms terms,
      ComplaintReferences references,
      CustomerDirectory customers,
      DataKeys keys,
      Changes changes,
      Viewing viewing,
      Violations violations,
      MergePatch mergePatch,
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
    this.mergePatch = mergePatch;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param detail a code that says more
   * @param text what was said
   */
  private record Done(EventKind kind, @Nullable String detail, @Nullable String text) {

    static Done of(EventKind kind, @Nullable String text) {
      return new Done(kind, null, text);
    }
  }

  /** Does something to a complaint, or refuses and throws. */
  @FunctionalInterface
  private interface Action {
    Done on(Complaint complaint, Instant now, ClockTerms terms);
  }

  @Transactional
  Receipt acknowledge(UUID id, ComplaintNote note) {
    return happen(id, EventKind.ACKNOWLEDGED, note, note.text());
  }

  @Transactional
  Receipt update(UUID id, ComplaintMessage message) {
    return happen(id, EventKind.UPDATED, message, message.text());
  }

  @Transactional
  Receipt waitForCustomer(UUID id, ComplaintWait wait) {
    refuseInvalid(wait, ComplaintRules.ofWait(wait.until(), clock.now()));
    return act(
        id,
        (complaint, now, by) -> {
          complaint.waitFor(wait.until(), now, by);
          return Done.of(EventKind.WAITING_FOR_CUSTOMER, wait.question());
        });
  }

  @Transactional
  Receipt hear(UUID id, ComplaintMessage message) {
    refuseInvalid(message, List.of());
    return act(id, (complaint, now, by) -> Done.of(complaint.hear(now, by), message.text()));
  }

  @Transactional
  Receipt assign(UUID id, ComplaintAssignment assignment) {
    refuseInvalid(assignment, List.of());
    return act(
        id,
        (complaint, now, by) -> {
          complaint.assign(assignment.assignee(), assignment.department(), now, by);
          return Done.of(EventKind.ASSIGNED, assignment.note());
        });
  }

  @Transactional
  Receipt judge(UUID id, SeverityChange change) {
    refuseInvalid(change, List.of());
    return act(
        id,
        (complaint, now, by) -> {
          complaint.judge(change.severity(), now, by);
          return new Done(EventKind.SEVERITY_CHANGED, change.severity().name(), change.note());
        });
  }

  @Transactional
  Receipt escalate(UUID id, ComplaintMessage message) {
    refuseInvalid(message, List.of());
    return act(
        id,
        (complaint, now, by) -> {
          complaint.escalate(now, by);
          return Done.of(EventKind.ESCALATED, message.text());
        });
  }

  @Transactional
  Receipt resolve(UUID id, ComplaintResolution resolution) {
    refuseInvalid(
        resolution,
        ComplaintRules.ofCompensation(resolution.compensationKind(), resolution.compensation()));
    return act(
        id,
        (complaint, now, by) -> {
          complaint.resolve(resolution, now, by);
          return new Done(
              EventKind.RESOLVED, resolution.compensationKind().name(), resolution.text());
        });
  }

  @Transactional
  Receipt close(UUID id, ComplaintNote note) {
    refuseInvalid(note, List.of());
    return act(
        id,
        (complaint, now, by) -> {
          complaint.close(now, by);
          return Done.of(EventKind.CLOSED, note.text());
        });
  }

  @Transactional
  Receipt reopen(UUID id, ComplaintMessage message) {
    refuseInvalid(message, List.of());
    return act(
        id,
        (complaint, now, by) -> {
          complaint.reopen(now, by);
          return Done.of(EventKind.REOPENED, message.text());
        });
  }

  @Transactional
  Receipt withdraw(UUID id, ComplaintNote note) {
    return happen(id, EventKind.WITHDRAWN, note, note.text());
  }

  /** Also {@code already-rated} if this outcome is. */
  @Transactional
  Receipt rate(UUID id, ComplaintRating rating) {
    refuseInvalid(rating, List.of());
    return act(id, rated(rating));
  }

  /** As {@link #hear}, of the caller's own complaint. */
  @Transactional
  Receipt hearOwn(UUID id, ComplaintMessage message) {
    refuseInvalid(message, List.of());
    return actOwn(id, (complaint, now, by) -> Done.of(complaint.hear(now, by), message.text()));
  }

  /** As {@link #withdraw}, of the caller's own complaint. */
  @Transactional
  Receipt withdrawOwn(UUID id, ComplaintNote note) {
    refuseInvalid(note, List.of());
    return actOwn(id, happening(EventKind.WITHDRAWN, note.text()));
  }

  /** As {@link #rate}, of the caller's own complaint. */
  @Transactional
  Receipt rateOwn(UUID id, ComplaintRating rating) {
    refuseInvalid(rating, List.of());
    return actOwn(id, rated(rating));
  }

  /** Sets facts right. */
  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    return act(
        id,
        (complaint, now, by) -> {
          EntityTags.demand(ifMatch, complaint.version());
          DataKey key = key(complaint.customerId());
          byte[] sealed = complaint.subject().sealedDescription();
          String description =
              Objects.requireNonNullElse(Texts.open(key, Texts.DESCRIPTION, sealed), "");
          ComplaintFacts after =
              mergePatch.apply(complaint.subject().facts(description), patch, ComplaintFacts.class);
          List<FieldProblem> problems = new ArrayList<>(violations.of(after));
          if (problems.isEmpty()) {
            problems.addAll(references.problems(complaint.customerId(), after));
          }
          ProblemException.demandNone(problems);
          // Sealed anew, a text that is the same would look changed.
          byte[] next =
              after.description().equals(description)
                  ? sealed
                  : Texts.seal(key, Texts.DESCRIPTION, after.description());
          complaint.correct(after, next, now, by);
          return Done.of(EventKind.CORRECTED, null);
        });
  }

  private Receipt happen(UUID id, EventKind event, Object document, @Nullable String text) {
    refuseInvalid(document, List.of());
    return act(id, happening(event, text));
  }

  private static Action happening(EventKind event, @Nullable String text) {
    return (complaint, now, by) -> {
      complaint.happen(event, now, by);
      return Done.of(event, text);
    };
  }

  private static Action rated(ComplaintRating rating) {
    return (complaint, now, by) -> {
      complaint.rate(rating.score(), now, by);
      return new Done(EventKind.RATED, Integer.toString(rating.score()), rating.comment());
    };
  }

  private Receipt act(UUID id, Action action) {
    Complaint complaint = complaints.findForUpdate(id).orElseThrow(ProblemException::notFound);
    viewing.concerns(complaint.customerId());
    customers.demandReach(complaint.customerId());
    return done(complaint, ActorKind.STAFF, action);
  }

  private Receipt actOwn(UUID id, Action action) {
    UUID own = references.own();
    Complaint complaint =
        complaints
            .findForUpdate(id)
            .filter(found -> found.customerId().equals(own))
            .orElseThrow(ProblemException::notFound);
    return done(complaint, ActorKind.CUSTOMER, action);
  }

  private Receipt done(Complaint complaint, ActorKind actor, Action action) {
    DataKey key = key(complaint.customerId());
    ClockTerms by = terms.of(complaint.record());
    Instant now = clock.now();
    log.add(complaint, complaint.attend(now, by));
    Done done = action.on(complaint, now, by);
    log.add(
        complaint,
        new ComplaintEvent(
            ids.next(),
            complaint,
            done.kind(),
            now,
            actor,
            actor == ActorKind.STAFF ? viewing.caller().userId() : null,
            done.detail(),
            Texts.seal(key, Texts.NOTE, done.text())));
    complaints.flush();
    changes.record(complaint.customerId(), Set.of(Complaint.CHANGED));
    return new Receipt(complaint.id(), null, complaint.version());
  }

  /** Whoever was erased has no key any more, and nothing is done with their complaints. */
  private DataKey key(UUID customer) {
    return keys.find(customer).orElseThrow(ProblemException::notFound);
  }

  private void refuseInvalid(Object document, List<FieldProblem> further) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    problems.addAll(further);
    ProblemException.demandNone(problems);
  }
}
