package org.kexin.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.consent.ConsentChannel;
import org.kexin.customer.ContactableCustomers;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.TimePosition;
import org.kexin.shared.Violations;

/** Recording, handling and reading contacts. */
@ApplicationScoped
class InteractionService {

  /** What a contact changes of its customer. */
  private static final Set<String> CHANGED = Set.of("interactions");

  /** How far ahead of now the clock of a caller may be. */
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final Interactions interactions;
  private final CustomerDirectory customers;
  private final ContactableCustomers contactable;
  private final Changes changes;
  private final Event<ContactRecorded> recorded;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  InteractionService(
      Interactions interactions,
      CustomerDirectory customers,
      ContactableCustomers contactable,
      Changes changes,
      Event<ContactRecorded> recorded,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.interactions = interactions;
    this.customers = customers;
    this.contactable = contactable;
    this.changes = changes;
    this.recorded = recorded;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records a contact.
   *
   * @throws ProblemException {@code validation-failed}; {@code consent-missing} if the customer was
   *     approached with an offer without agreeing to that; {@code already-exists} if the id is
   *     taken
   */
  @Transactional
  Receipt record(NewInteraction document) {
    Instant now = clock.now();
    demandAcceptable(document, now);
    UUID customer = document.customerId();
    customers.demandReach(customer);
    ConsentChannel channel = document.channel().consent();
    if (document.approaches() && channel != null) {
      contactable.demand(customer, channel, Set.of());
    }
    UUID id = document.id() == null ? ids.next() : document.id();
    Interaction interaction = new Interaction(id, document, now, viewing.caller().userId());
    try {
      interactions.persistAndFlush(interaction);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "This id is taken; make a fresh UUID version 7.");
    }
    changes.record(customer, CHANGED);
    recorded.fire(
        new ContactRecorded(
            customer, document.kind() == InteractionKind.CONSULTATION, interaction.occurredAt()));
    return new Receipt(id, null, interaction.version());
  }

  /**
   * Says how a consultation or an objection was handled.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code handling-refused}
   *     if there is nothing to handle, or it was handled before
   */
  @Transactional
  Receipt handle(UUID id, NewHandling document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
    Interaction interaction =
        interactions.findForUpdate(id).orElseThrow(ProblemException::notFound);
    customers.demandReach(interaction.customerId());
    interaction.handle(document, clock.now(), viewing.caller().userId());
    interactions.flush();
    changes.record(interaction.customerId(), CHANGED);
    return new Receipt(id, null, interaction.version());
  }

  /** The contact as the caller may see it. */
  InteractionView read(UUID id) {
    Interaction found = interactions.findById(id);
    if (found == null) {
      throw ProblemException.notFound();
    }
    viewing.concerns(found.customerId());
    customers.demandReach(found.customerId());
    return InteractionView.of(found, viewing.at(found.customerId(), Set.of()), true);
  }

  /**
   * A page; without the contacts of restricted customers, so it may be short.
   *
   * @throws ProblemException {@code parameter-invalid} if neither a customer nor a state is asked
   *     for: everything of everybody is no question that somebody has at work
   */
  Page<InteractionView> list(InteractionQuery query, PageRequest page) {
    if (query.customerId() == null && query.state() == null) {
      throw ProblemException.parameter("state", "Ask for a customerId or for a state.");
    }
    Page<Interaction> cut =
        Page.of(
            interactions.list(query, viewing.reach(), page),
            page,
            last -> new TimePosition(last.occurredAt(), last.id()).text());
    Set<UUID> open =
        customers.withinReach(cut.items().stream().map(Interaction::customerId).toList());
    viewing.expect(open);
    return cut.filter(found -> open.contains(found.customerId()))
        .map(found -> InteractionView.of(found, viewing.at(found.customerId(), Set.of()), false));
  }

  private void demandAcceptable(NewInteraction document, Instant now) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    refuseUnless(
        problems,
        isOurs(document.id()),
        "/id",
        "id-not-version-7",
        "Make the id a UUID version 7, or leave it out.");
    if (problems.isEmpty()) {
      refuseUnless(
          problems,
          !document.occurredAt().isAfter(now.plus(CLOCK_SKEW)),
          "/occurredAt",
          "in-the-future",
          "A contact is recorded after it took place.");
      refuseUnless(
          problems,
          customers.exists(document.customerId()),
          "/customerId",
          "customer-unknown",
          "There is no such customer.");
    }
    ProblemException.demandNone(problems);
  }

  private static boolean isOurs(@Nullable UUID id) {
    return id == null || Ids.isVersion7(id);
  }

  private static void refuseUnless(
      List<FieldProblem> problems, boolean holds, String pointer, String code, String detail) {
    if (!holds) {
      problems.add(new FieldProblem(pointer, code, detail));
    }
  }
}
