package org.kexin.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.person.TimeLineEntry;

/**
 * That somebody answered, or began to. Its answers stand apart ({@link StoredAnswer}). Invariants:
 * once complete, it never changes; an anonymous one names nobody and knows the day alone.
 */
@Entity
@Table(name = "survey_response")
class SurveyResponse {

  @Id private UUID id;

  @Column(name = "survey_id")
  private UUID surveyId;

  @Column(name = "questions_version")
  private int questionsVersion;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "user_id")
  private @Nullable String userId;

  @Enumerated(EnumType.STRING)
  @Column(name = "mode", columnDefinition = "varchar(20)")
  private SurveyMode mode;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private ResponseState state;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "answered_on")
  private @Nullable LocalDate answeredOn;

  @Column(name = "recorded_by")
  private @Nullable String recordedBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected SurveyResponse() {}

  /**
   * Says how it is answered from now on.
   *
   * @throws IllegalStateException if it is complete
   */
  void save(int ofVersion, SurveyMode through) {
    if (isComplete()) {
      throw new IllegalStateException("A submitted response never changes.");
    }
    questionsVersion = ofVersion;
    mode = through;
  }

  /**
   * Completes it.
   *
   * @param exactly whether the moment may be known, or only its day in UTC
   */
  void submit(Instant at, boolean exactly) {
    state = ResponseState.COMPLETE;
    submittedAt = exactly ? at : null;
    answeredOn = LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  boolean isComplete() {
    return state == ResponseState.COMPLETE;
  }

  /** Whether it is of this respondent of this survey. */
  boolean isOf(UUID survey, @Nullable UUID customer, @Nullable String user) {
    return surveyId.equals(survey)
        && Objects.equals(customerId, customer)
        && Objects.equals(userId, user);
  }

  UUID id() {
    return id;
  }

  UUID surveyId() {
    return surveyId;
  }

  int questionsVersion() {
    return questionsVersion;
  }

  /** Null for staff, and for an anonymous one. */
  @Nullable UUID customerId() {
    return customerId;
  }

  SurveyMode mode() {
    return mode;
  }

  ResponseState state() {
    return state;
  }

  /** Null while it is partial, and for an anonymous one. */
  @Nullable Instant submittedAt() {
    return submittedAt;
  }

  /** Null while it is partial. */
  @Nullable LocalDate answeredOn() {
    return answeredOn;
  }

  long version() {
    return version;
  }

  TimeLineEntry onTimeLine() {
    return new TimeLineEntry(
        SurveyTimeLine.RESPONSE, Objects.requireNonNull(submittedAt), id, surveyId, mode.name());
  }
}
