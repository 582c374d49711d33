package org.kexin.complaint;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * A complaint. Invariants: its state changes only as {@link Transitions} says, its clocks only as
 * {@link ClockRules} says, and both by the same event; it keeps the calendar and the policy with
 * which it began; a rating belongs to one settlement and is gone when the complaint is reopened.
 */
@Entity
@Table(name = "complaint")
class Complaint {

  /** The name under which the log tells of a complaint that changed. */
  static final String CHANGED = "complaints";

  /** Stands for no moment in columns that are sorted by: behind every moment there will be. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Embedded private ComplaintSubject subject;

  @Enumerated(EnumType.STRING)
  @Column(name = "severity", columnDefinition = "varchar(10)")
  private Severity severity;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private ComplaintState state;

  @Column(name = "escalation_level")
  private int escalationLevel;

  @Embedded private ComplaintOutcome outcome;

  @Column(name = "assignee")
  private @Nullable String assignee;

  @Column(name = "assigned_department")
  private @Nullable String assignedDepartment;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "waiting_until")
  private @Nullable Instant waitingUntil;

  @Column(name = "recorded_by")
  private @Nullable String recordedBy;

  @Column(name = "calendar_id")
  private UUID calendarId;

  @Column(name = "policy_id")
  private UUID policyId;

  @Column(name = "next_deadline")
  private Instant nextDeadline;

  @Column(name = "attend_at")
  private Instant attendAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version
  @Column(name = "version")
  private long version;

  @ElementCollection
  @CollectionTable(name = "complaint_clock", joinColumns = @JoinColumn(name = "complaint_id"))
  @MapKeyColumn(name = "clock", columnDefinition = "varchar(20)")
  @MapKeyEnumerated(EnumType.STRING)
  @BatchSize(size = PageRequest.MAX_SIZE)
  private Map<ClockKind, ClockColumns> clocks;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Complaint() {}

  /**
   * A complaint that has just arrived, or earlier by another way.
   *
   * @param sealedDescription under the key of the customer
   * @param recordedBy user id of the member of staff; null where the customer wrote it
   */
  Complaint(
      UUID id,
      UUID customerId,
      ComplaintFacts facts,
      Severity severity,
      byte @Nullable [] sealedDescription,
      Instant receivedAt,
      @Nullable String recordedBy,
      CurrentTerms current) {
    this.id = id;
    this.customerId = customerId;
    this.severity = severity;
    this.state = ComplaintState.RECEIVED;
    this.receivedAt = receivedAt;
    this.recordedBy = recordedBy;
    this.calendarId = current.calendarId();
    this.policyId = current.policyId();
    this.clocks = new EnumMap<>(ClockKind.class);
    this.subject = new ComplaintSubject(facts, sealedDescription);
    this.outcome = new ComplaintOutcome();
    moved(
        Clocks.IDLE.after(EventKind.RECEIVED, receivedAt, severity, current.terms()),
        receivedAt,
        current.terms());
  }

  /** Something that happened by itself. */
  record Noticed(EventKind kind, Instant at, @Nullable ClockKind clock, int run) {}

  /**
   * Notes what time has brought: a wait that is over, deadlines that passed or are near. Before
   * every action, so that what becomes of a complaint does not depend on when a job looked.
   *
   * @return what is to be recorded, each once for ever
   */
  List<Noticed> attend(Instant now, ClockTerms terms) {
    List<Noticed> noticed = new ArrayList<>();
    Instant waited = waitingUntil;
    if (state == ComplaintState.WAITING && waited != null && !now.isBefore(waited)) {
      happen(EventKind.WAIT_ENDED, waited, terms);
      noticed.add(new Noticed(EventKind.WAIT_ENDED, waited, null, 0));
    }
    Clocks before = clocks();
    for (Clocks.Notice notice : before.notices(now, terms)) {
      happen(notice.kind());
      if (notice.kind() == EventKind.ESCALATED) {
        escalationLevel++;
      }
      noticed.add(new Noticed(notice.kind(), now, notice.clock(), notice.run()));
    }
    if (!noticed.isEmpty()) {
      moved(before.afterNotices(now, terms), now, terms);
    }
    return noticed;
  }

  /**
   * Something happens that changes nothing but state and clocks.
   *
   * @throws ProblemException {@code complaint-transition-refused} if it cannot happen now
   */
  void happen(EventKind event, Instant at, ClockTerms terms) {
    happen(event);
    waitingUntil = state == ComplaintState.WAITING ? waitingUntil : null;
    moved(clocks().after(event, at, severity, terms), at, terms);
  }

  /** The customer is asked; without an answer it goes on at {@code until}. As {@link #happen}. */
  void waitFor(Instant until, Instant at, ClockTerms terms) {
    demand(EventKind.WAITING_FOR_CUSTOMER);
    waitingUntil = until;
    happen(EventKind.WAITING_FOR_CUSTOMER, at, terms);
  }

  /**
   * The customer says something, asked or not. As {@link #happen}.
   *
   * @return which of the two
   */
  EventKind hear(Instant at, ClockTerms terms) {
    EventKind event =
        state == ComplaintState.WAITING ? EventKind.CUSTOMER_ANSWERED : EventKind.CUSTOMER_ADDED;
    happen(event, at, terms);
    return event;
  }

  /** Somebody takes it over. As {@link #happen}. */
  void assign(String userId, @Nullable String department, Instant at, ClockTerms terms) {
    happen(EventKind.ASSIGNED, at, terms);
    assignee = userId;
    assignedDepartment = department;
  }

  /** It is worse, or less bad, than was thought. As {@link #happen}. */
  void judge(Severity other, Instant at, ClockTerms terms) {
    demand(EventKind.SEVERITY_CHANGED);
    severity = other;
    happen(EventKind.SEVERITY_CHANGED, at, terms);
  }

  /** Somebody asks for the attention of those above. As {@link #happen}. */
  void escalate(Instant at, ClockTerms terms) {
    happen(EventKind.ESCALATED, at, terms);
    escalationLevel++;
  }

  /** It is settled. As {@link #happen}. */
  void resolve(ComplaintResolution resolution, Instant at, ClockTerms terms) {
    happen(EventKind.RESOLVED, at, terms);
    subject.found(resolution.cause());
    outcome.resolve(resolution, at);
  }

  /** Nobody is waiting for anything more. As {@link #happen}. */
  void close(Instant at, ClockTerms terms) {
    happen(EventKind.CLOSED, at, terms);
    outcome.close(at);
  }

  /** It was not settled after all. As {@link #happen}. */
  void reopen(Instant at, ClockTerms terms) {
    happen(EventKind.REOPENED, at, terms);
    outcome.reopen();
  }

  /**
   * The customer says how content they are with the outcome. As {@link #happen}.
   *
   * @param score {@code 1..5}, 5 is best
   * @throws ProblemException {@code already-rated} if they said so before
   */
  void rate(int score, Instant at, ClockTerms terms) {
    happen(EventKind.RATED, at, terms);
    outcome.rate(score);
  }

  /**
   * Facts are set right. As {@link #happen}.
   *
   * @param sealedDescription under the key of the customer
   */
  void correct(
      ComplaintFacts facts, byte @Nullable [] sealedDescription, Instant at, ClockTerms terms) {
    happen(EventKind.CORRECTED, at, terms);
    subject = new ComplaintSubject(facts, sealedDescription);
  }

  private void happen(EventKind event) {
    state = demand(event);
  }

  private ComplaintState demand(EventKind event) {
    return Transitions.after(state, event)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.COMPLAINT_TRANSITION_REFUSED,
                    "A complaint that is "
                        + state
                        + " cannot be "
                        + event
                        + "; docs/complaints.md says what may follow what. Nothing was changed."));
  }

  private void moved(Clocks moved, Instant at, ClockTerms terms) {
    for (ClockKind kind : ClockKind.values()) {
      ClockColumns columns = new ClockColumns(moved.of(kind), terms);
      if (!columns.equals(clocks.get(kind))) {
        clocks.put(kind, columns);
      }
    }
    nextDeadline = orNever(moved.nextDeadline(terms));
    attendAt = orNever(Clocks.earlier(moved.nextNotice(terms), waitingUntil));
    changedAt = at.isAfter(receivedAt) ? at : receivedAt;
  }

  private static Instant orNever(@Nullable Instant moment) {
    return moment == null ? NEVER : moment;
  }

  /** The clocks as they stood when something happened last. */
  Clocks clocks() {
    Map<ClockKind, ClockRun> runs = new EnumMap<>(ClockKind.class);
    clocks.forEach((kind, columns) -> runs.put(kind, columns.run()));
    return new Clocks(runs);
  }

  /** All but the texts. */
  ComplaintRecord record() {
    // The description stays out, open or sealed.
    ComplaintFacts facts = subject.facts("");
    return new ComplaintRecord(
        id,
        customerId,
        state,
        severity,
        escalationLevel,
        facts.channel(),
        facts.categoryId(),
        facts.productId(),
        facts.transactionId(),
        facts.cause(),
        outcome.compensationKind(),
        outcome.compensation(),
        assignee,
        assignedDepartment,
        outcome.rating(),
        outcome.reopenCount(),
        receivedAt,
        waitingUntil,
        outcome.resolvedAt(),
        outcome.closedAt(),
        nextDeadline.equals(NEVER) ? null : nextDeadline,
        recordedBy,
        calendarId,
        policyId,
        changedAt,
        version);
  }

  ComplaintSubject subject() {
    return subject;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  long version() {
    return version;
  }
}
