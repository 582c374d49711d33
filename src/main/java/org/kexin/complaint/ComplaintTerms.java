package org.kexin.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/**
 * Publishing calendars and policies, and finding those of a complaint. Versions never change, so
 * each is read once by each pod.
 */
@ApplicationScoped
class ComplaintTerms {

  private final BusinessCalendars calendars;
  private final ComplaintPolicies policies;
  private final Viewing viewing;
  private final Violations violations;
  private final ObjectMapper mapper;
  private final Ids ids;
  private final Clock clock;
  private final Map<UUID, BusinessCalendar> knownCalendars = new ConcurrentHashMap<>();
  private final Map<UUID, ClockPolicy> knownPolicies = new ConcurrentHashMap<>();

  ComplaintTerms(
      BusinessCalendars calendars,
      ComplaintPolicies policies,
      Viewing viewing,
      Violations violations,
      ObjectMapper mapper,
      Ids ids,
      Clock clock) {
    this.calendars = calendars;
    this.policies = policies;
    this.viewing = viewing;
    this.violations = violations;
    this.mapper = mapper;
    this.ids = ids;
    this.clock = clock;
  }

  /** Those by which a complaint that arrives now begins. */
  CurrentTerms current() {
    PublishedPolicy policy = policies.newest();
    PublishedCalendar calendar =
        calendars
            .newest(policy.calendar())
            .orElseThrow(() -> new IllegalStateException("The policy names no calendar."));
    return new CurrentTerms(calendar.id(), policy.id(), of(calendar.id(), policy.id()));
  }

  /** Those of a complaint. */
  ClockTerms of(ComplaintRecord complaint) {
    return of(complaint.calendarId(), complaint.policyId());
  }

  private ClockTerms of(UUID calendarId, UUID policyId) {
    return new ClockTerms(
        knownCalendars.computeIfAbsent(calendarId, id -> read(calendars.findById(id)).calendar()),
        knownPolicies.computeIfAbsent(policyId, id -> read(policies.findById(id)).policy()));
  }

  /**
   * Publishes the next version of a calendar.
   *
   * @throws ProblemException {@code validation-failed} if it describes no calendar, {@code
   *     already-exists} if somebody publishes one at the same moment
   */
  @Transactional
  Receipt publish(NewBusinessCalendar document) {
    refuseInvalid(document, document::calendar);
    int version = calendars.newest(document.code()).map(PublishedCalendar::version).orElse(0) + 1;
    PublishedCalendar row =
        new PublishedCalendar(
            ids.next(),
            document.code(),
            version,
            json(document),
            clock.now(),
            viewing.caller().userId());
    try {
      calendars.persistAndFlush(row);
    } catch (ConstraintViolationException raced) {
      throw overtaken();
    }
    return new Receipt(row.id(), row.code(), version);
  }

  /**
   * Publishes the next version of the policy.
   *
   * @throws ProblemException {@code validation-failed} if it describes no policy or names no
   *     calendar, {@code already-exists} if somebody publishes one at the same moment
   */
  @Transactional
  Receipt publish(NewComplaintPolicy document) {
    refuseInvalid(document, document::policy);
    if (calendars.newest(document.calendar()).isEmpty()) {
      throw ProblemException.invalid(
          "/calendar", "unknown", "There is no such calendar; publish it first.");
    }
    PublishedPolicy row =
        new PublishedPolicy(
            ids.next(),
            policies.newest().version() + 1,
            document.calendar(),
            json(document),
            clock.now(),
            viewing.caller().userId());
    try {
      policies.persistAndFlush(row);
    } catch (ConstraintViolationException raced) {
      throw overtaken();
    }
    return new Receipt(row.id(), null, row.version());
  }

  BusinessCalendarView readCalendar(UUID id) {
    return Optional.ofNullable(calendars.findById(id))
        .map(this::view)
        .orElseThrow(ProblemException::notFound);
  }

  ComplaintPolicyView readPolicy(UUID id) {
    return Optional.ofNullable(policies.findById(id))
        .map(this::view)
        .orElseThrow(ProblemException::notFound);
  }

  Page<BusinessCalendarView> listCalendars(@Nullable String code, PageRequest page) {
    return Page.of(calendars.list(code, page), page, last -> last.id().toString())
        .map(row -> view(row).withoutNamedDays());
  }

  Page<ComplaintPolicyView> listPolicies(PageRequest page) {
    return Page.of(policies.list(page), page, last -> Integer.toString(last.version()))
        .map(this::view);
  }

  private BusinessCalendarView view(PublishedCalendar row) {
    return BusinessCalendarView.of(row, read(row));
  }

  private ComplaintPolicyView view(PublishedPolicy row) {
    return ComplaintPolicyView.of(row, read(row));
  }

  private NewBusinessCalendar read(PublishedCalendar row) {
    return read(row.document(), NewBusinessCalendar.class);
  }

  private NewComplaintPolicy read(PublishedPolicy row) {
    return read(row.document(), NewComplaintPolicy.class);
  }

  /** What annotations say first; the rules look only at what has its form. */
  private void refuseInvalid(Object document, Runnable rules) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      try {
        rules.run();
      } catch (IllegalArgumentException impossible) {
        problems.add(new FieldProblem("", "impossible", String.valueOf(impossible.getMessage())));
      }
    }
    ProblemException.demandNone(problems);
  }

  private static ProblemException overtaken() {
    return new ProblemException(
        ProblemCode.ALREADY_EXISTS,
        "Somebody published a version at the same moment; read it and decide whether yours is next.");
  }

  private String json(Object document) {
    try {
      return mapper.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document of ours cannot be written as JSON.", e);
    }
  }

  private <T> T read(String document, Class<T> type) {
    try {
      return mapper.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A published document cannot be read.", e);
    }
  }
}
