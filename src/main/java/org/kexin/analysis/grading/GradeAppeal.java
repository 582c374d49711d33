package org.kexin.analysis.grading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * A customer contests their grade. Invariants: open, then closed once; what was contested never
 * changes; a grade is given until a day, and only by a person who did not file the appeal.
 */
@Entity
@Table(name = "grade_appeal")
class GradeAppeal {

  /** Characters of what was said, by the customer or in the decision. */
  static final int MAX_TEXT_CHARS = 2_000;

  /** The name under which the log tells of an appeal that changed. */
  static final String CHANGED = "gradeAppeals";

  /** While it is open nobody knows a last day. */
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  /** The customer while it is open: a unique key over it allows one at a time. */
  @Column(name = "open_customer_id")
  private @Nullable UUID openCustomerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private AppealState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "contested_grade", columnDefinition = "varchar(10)")
  private Grade contestedGrade;

  @Column(name = "policy_number")
  private int policyNumber;

  @Column(name = "reason")
  private byte[] reason;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Column(name = "filed_by")
  private @Nullable String filedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "granted_grade", columnDefinition = "varchar(10)")
  private @Nullable Grade grantedGrade;

  @Column(name = "bears_until")
  private @Nullable LocalDate bearsUntil;

  @Column(name = "decision_reason")
  private byte @Nullable [] decisionReason;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "closed_by")
  private @Nullable String closedBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected GradeAppeal() {}

  /**
   * @param contested the grade and the policy at that moment
   * @param sealedReason under the key of the customer
   * @param filedBy user id of the member of staff; null where the customer wrote it
   */
  GradeAppeal(
      UUID id,
      UUID customerId,
      Contested contested,
      byte[] sealedReason,
      Instant filedAt,
      @Nullable String filedBy) {
    this.id = id;
    this.customerId = customerId;
    this.openCustomerId = customerId;
    this.state = AppealState.OPEN;
    this.contestedGrade = contested.grade();
    this.policyNumber = contested.policy();
    this.reason = sealedReason;
    this.filedAt = filedAt;
    this.filedBy = filedBy;
    this.bearsUntil = NEVER;
  }

  /**
   * What an appeal is against.
   *
   * @param policy number of the policy that held for customers of this kind
   */
  record Contested(Grade grade, int policy) {}

  /** A grade that a person gave. Both days belong to it. */
  record Held(Grade grade, LocalDate until) {}

  /**
   * @param userId who is about to decide
   * @throws ProblemException {@code four-eyes-required} if they filed it
   */
  void demandOtherThanFiler(String userId) {
    if (userId.equals(filedBy)) {
      throw new ProblemException(
          ProblemCode.FOUR_EYES_REQUIRED,
          "You filed this appeal for the customer; somebody else has to decide it.");
    }
  }

  /**
   * @throws ProblemException {@code transition-refused} if it is closed
   */
  void demandOpen() {
    if (state != AppealState.OPEN) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED, "An appeal that is %s stays so.".formatted(state));
    }
  }

  /**
   * The grade was right.
   *
   * @param sealedReason under the key of the customer
   * @throws ProblemException {@code transition-refused} if it is closed
   */
  void uphold(byte[] sealedReason, Instant at, String by) {
    close(AppealState.UPHELD, null, at, by);
    decisionReason = sealedReason;
  }

  /**
   * Another grade holds until a day, which belongs to it. As {@link #uphold}.
   *
   * @param sealedReason under the key of the customer
   */
  void grant(Held held, byte[] sealedReason, Instant at, String by) {
    close(AppealState.GRANTED, held.until(), at, by);
    grantedGrade = held.grade();
    decisionReason = sealedReason;
  }

  /**
   * Nobody pursues it any more. As {@link #uphold}.
   *
   * @param by user id of the member of staff; null where the customer did it
   */
  void withdraw(Instant at, @Nullable String by) {
    close(AppealState.WITHDRAWN, null, at, by);
  }

  private void close(AppealState end, @Nullable LocalDate until, Instant at, @Nullable String by) {
    demandOpen();
    state = end;
    openCustomerId = null;
    bearsUntil = until;
    closedAt = at;
    closedBy = by;
  }

  /** The grade that it gave; null unless it was granted. */
  @Nullable Held held() {
    Grade grade = grantedGrade;
    LocalDate until = bearsUntil;
    return grade == null || until == null ? null : new Held(grade, until);
  }

  boolean isOpen() {
    return state == AppealState.OPEN;
  }

  /** All but the texts and who did it. */
  GradeAppealFacts facts() {
    Held held = held();
    return new GradeAppealFacts(
        id,
        state,
        contestedGrade,
        policyNumber,
        filedAt,
        filedBy != null,
        grantedGrade,
        held == null ? null : held.until(),
        closedAt);
  }

  byte[] reason() {
    return reason;
  }

  byte @Nullable [] decisionReason() {
    return decisionReason;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  Grade contestedGrade() {
    return contestedGrade;
  }

  Instant filedAt() {
    return filedAt;
  }

  long version() {
    return version;
  }
}
