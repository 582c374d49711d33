package org.kexin.privacy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.consent.Objections;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.CustomerRestrictions;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.person.KeepingTerms;

/** Taking in requests, watching their deadlines, and what they bring about. */
@ApplicationScoped
class PrivacyRequestService {

  private static final Logger LOG = Logger.getLogger(PrivacyRequestService.class);
  private static final int REMIND_AT_ONCE = 200;

  private final PrivacyRequests requests;
  private final CustomerDirectory customers;
  private final CustomerRestrictions restrictions;
  private final Objections objections;
  private final PrivacyConfig config;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  PrivacyRequestService(
      PrivacyRequests requests,
      CustomerDirectory customers,
      CustomerRestrictions restrictions,
      Objections objections,
      PrivacyConfig config,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.requests = requests;
    this.customers = customers;
    this.restrictions = restrictions;
    this.objections = objections;
    this.config = config;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records a request. Where one of the person and kind is open, it gives that one: who asks again
   * gets neither another deadline nor past the identity check.
   *
   * @throws ProblemException {@code validation-failed} if a member is missing, the person is not
   *     known, or it came in the future
   */
  @Transactional
  Receipt register(NewPrivacyRequest document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    Instant now = clock.now();
    Instant received = Objects.requireNonNullElse(document.receivedAt(), now);
    if (received.isAfter(now)) {
      problems.add(
          new FieldProblem("/receivedAt", "in-the-future", "It came at this moment or earlier."));
    }
    if (document.channel() == RequestChannel.SELF_SERVICE) {
      problems.add(
          new FieldProblem(
              "/channel", "self-service", "Only the person makes requests by self-service."));
    }
    if (problems.isEmpty() && !customers.isHeld(document.personId())) {
      problems.add(new FieldProblem("/personId", "unknown", "There is no such customer."));
    }
    ProblemException.demandNone(problems);
    return flushed(
        openOrNew(
            document.personId(),
            document.kind(),
            document.channel(),
            received,
            viewing.caller().userId()),
        Set.of());
  }

  /**
   * Records a request of the caller, who signed in and so is identified.
   *
   * @throws ProblemException {@code not-found} if the caller is no customer
   */
  @Transactional
  Receipt registerOwn(OwnPrivacyRequest document) {
    UUID own = own();
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
    PrivacyRequest request =
        openOrNew(own, document.kind(), RequestChannel.SELF_SERVICE, clock.now(), null);
    if (request.state() == RequestState.RECEIVED) {
      request.identify(IdentityMethod.SIGNED_IN, null, clock.now());
    }
    return flushed(request, Set.of());
  }

  /** Records that somebody looked who is asking. */
  @Transactional
  Receipt identify(UUID id, IdentityCheck check) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(check));
    if (check.method() == IdentityMethod.SIGNED_IN) {
      problems.add(
          new FieldProblem("/method", "signed-in", "Only the person's own request states this."));
    }
    ProblemException.demandNone(problems);
    PrivacyRequest request = demand(id);
    request.identify(check.method(), viewing.caller().userId(), clock.now());
    return flushed(request, Set.of());
  }

  @Transactional
  Receipt extend(UUID id, Extension extension) {
    refuseInvalid(extension);
    PrivacyRequest request = demand(id);
    request.extend(extension.reason(), KeepingTerms.until(request.dueAt(), config.extension()));
    return flushed(request, Set.of());
  }

  @Transactional
  Receipt refuse(UUID id, RequestRefusal refusal) {
    refuseInvalid(refusal);
    PrivacyRequest request = demand(id);
    request.refuse(refusal.reason(), refusal.legalGround(), clock.now());
    return flushed(request, Set.of());
  }

  /**
   * Does what is asked and closes the request; what takes work of people, such as a correction, was
   * done before.
   *
   * @throws ProblemException {@code identity-check-required} if nobody looked who is asking, {@code
   *     not-ready} if the request is closed, or is an erasure, which is carried out by itself
   */
  @Transactional
  Receipt answer(UUID id) {
    PrivacyRequest request = demand(id);
    request.demandIdentified();
    if (request.kind() == RequestKind.ERASURE) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "An erasure is answered by carrying it out or by a refusal.");
    }
    UUID person = request.personId();
    Instant now = clock.now();
    Set<String> changed = Set.of();
    switch (request.kind()) {
      case RESTRICTION -> {
        restrictions.restrict(person);
        changed = Set.of("restriction");
      }
      case LIFT_RESTRICTION -> {
        restrictions.lift(person);
        changed = Set.of("restriction");
      }
      case OBJECTION_AUTOMATED -> {
        objections.add(person, Objections.Against.AUTOMATED, now);
        changed = Set.of("objections");
      }
      case OBJECTION_PROFILING -> {
        objections.add(person, Objections.Against.PROFILING, now);
        changed = Set.of("objections");
      }
      case LIFT_OBJECTIONS -> {
        objections.lift(person, now);
        changed = Set.of("objections");
      }
      case ACCESS, EXPORT, CORRECTION, ERASURE -> {
        // Done by people, or elsewhere.
      }
    }
    request.answer(now);
    return flushed(request, changed);
  }

  /** The request, with whose it is noted for the access record. */
  @Transactional
  PrivacyRequestView read(UUID id) {
    PrivacyRequestView view =
        requests.findByIdOptional(id).orElseThrow(ProblemException::notFound).view(clock.now());
    viewing.concerns(view.personId());
    viewing.shows("privacyRequests");
    return view;
  }

  /** Open requests, by deadline: all, or those that are due soon or overdue. */
  @Transactional
  Page<PrivacyRequestView> worklist(boolean dueSoonOnly, PageRequest page) {
    Instant now = clock.now();
    Instant before = dueSoonOnly ? KeepingTerms.until(now, config.remindBefore()) : null;
    List<PrivacyRequestView> rows =
        requests.open(before, page).stream().map(request -> request.view(now)).toList();
    Page<PrivacyRequestView> cut = Page.of(rows, page, PrivacyRequests::key);
    cut.items().forEach(row -> viewing.concerns(row.personId()));
    viewing.shows("privacyRequests");
    return cut;
  }

  /** The caller's own requests, newest first. */
  @Transactional
  Page<PrivacyRequestView> ownRequests(PageRequest page) {
    UUID own = own();
    viewing.concerns(own);
    viewing.shows("privacyRequests");
    Instant now = clock.now();
    return Page.of(
        requests.of(own, page.afterId(), page.rowsToRead()).stream()
            .map(request -> request.view(now))
            .toList(),
        page,
        last -> last.id().toString());
  }

  /**
   * Whose file a request is for.
   *
   * @param ownOnly whether it must be the caller's
   * @throws ProblemException {@code not-found} if there is none such, {@code
   *     identity-check-required} if nobody looked who is asking, {@code not-ready} if it is not
   *     about what is held, or was refused
   */
  @Transactional
  UUID personToExport(UUID id, boolean ownOnly) {
    UUID own = ownOnly ? own() : null;
    PrivacyRequest request =
        requests
            .findByIdOptional(id)
            .filter(found -> own == null || found.personId().equals(own))
            .orElseThrow(ProblemException::notFound);
    viewing.concerns(request.personId());
    if (request.kind() != RequestKind.ACCESS && request.kind() != RequestKind.EXPORT) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "Only requests of the kinds ACCESS and EXPORT have a file.");
    }
    request.demandIdentified();
    viewing.shows("everythingHeld");
    return request.personId();
  }

  /** Marks and logs what is due soon; {@code SKIP}s while it runs, and pods take turns by lock. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void remind() {
    Instant now = clock.now();
    List<PrivacyRequest> due =
        requests.toRemind(KeepingTerms.until(now, config.remindBefore()), REMIND_AT_ONCE);
    due.forEach(request -> request.remind(now));
    if (!due.isEmpty()) {
      LOG.warnf(
          "%d requests of persons are due soon; see GET /v1/privacy/requests?dueSoon=true.",
          due.size());
    }
  }

  private PrivacyRequest openOrNew(
      UUID person,
      RequestKind kind,
      RequestChannel channel,
      Instant received,
      @Nullable String recordedBy) {
    PrivacyRequest open = requests.findOpen(person, kind).orElse(null);
    if (open != null) {
      return open;
    }
    PrivacyRequest request =
        new PrivacyRequest(
            ids.next(),
            person,
            kind,
            channel,
            received,
            KeepingTerms.until(received, config.answerWithin()),
            recordedBy);
    try {
      requests.persistAndFlush(request);
    } catch (ConstraintViolationException raced) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "Somebody recorded the same at this moment; send it again.");
    }
    return request;
  }

  private PrivacyRequest demand(UUID id) {
    return requests.findForUpdate(id).orElseThrow(ProblemException::notFound);
  }

  private UUID own() {
    UUID own = viewing.caller().customerId();
    if (own == null || !customers.exists(own)) {
      throw ProblemException.notFound();
    }
    return own;
  }

  private void refuseInvalid(Object document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
  }

  /** Writes the request, and who changed what of whom. */
  private Receipt flushed(PrivacyRequest request, Set<String> alsoChanged) {
    requests.flush();
    Set<String> changed = new TreeSet<>(alsoChanged);
    changed.add(PrivacyRequest.CHANGED);
    changes.record(request.personId(), changed);
    return new Receipt(request.id(), null, request.version());
  }
}
