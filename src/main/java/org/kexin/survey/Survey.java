package org.kexin.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * A survey from draft to closing. Its questions stand apart, version by version ({@link
 * Questionnaire}). Invariants: it has a live version from its first publication on, a draft version
 * whenever something waits to be published, and the draft is the one after the live one.
 */
@Entity
@Table(name = "survey")
class Survey {

  @Id private UUID id;

  @Convert(converter = JsonColumns.OfWording.class)
  @Column(name = "title")
  private Wording title;

  @Enumerated(EnumType.STRING)
  @Column(name = "audience", columnDefinition = "varchar(20)")
  private SurveyAudience audience;

  @Column(name = "anonymous")
  private boolean anonymous;

  @Convert(converter = JsonColumns.OfModes.class)
  @Column(name = "modes")
  private List<SurveyMode> modes;

  @Column(name = "product_id")
  private @Nullable UUID productId;

  @Column(name = "service")
  private @Nullable String service;

  @Column(name = "closes_at")
  private @Nullable Instant closesAt;

  @Column(name = "answer_days")
  private @Nullable Integer answerDays;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private SurveyState state;

  @Column(name = "live_version")
  private @Nullable Integer liveVersion;

  @Column(name = "draft_version")
  private @Nullable Integer draftVersion;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Survey() {}

  Survey(UUID id, NewSurvey document, Instant at, String by) {
    this.id = id;
    this.audience = document.audience();
    this.anonymous = document.anonymous();
    this.state = SurveyState.DRAFT;
    this.draftVersion = 1;
    this.createdAt = at;
    this.createdBy = by;
    describe(document);
  }

  /**
   * Takes over what the document says but for the questions.
   *
   * @throws ProblemException {@code survey-closed} if it is closed
   * @throws IllegalStateException if it was published and the document has another audience or
   *     anonymity: what was promised to who answered stands
   */
  void restate(NewSurvey document) {
    demandNotClosed();
    if (breaksPromise(document)) {
      throw new IllegalStateException("Audience and anonymity of a published survey never change.");
    }
    audience = document.audience();
    anonymous = document.anonymous();
    describe(document);
  }

  /** Whether the document changes what may not change any more. */
  boolean breaksPromise(NewSurvey document) {
    return liveVersion != null
        && (document.audience() != audience || document.anonymous() != anonymous);
  }

  /**
   * Begins the next version of the questions, unless one waits for publication already.
   *
   * @return its number
   * @throws ProblemException {@code survey-closed} if it is closed
   */
  int draft() {
    demandNotClosed();
    if (draftVersion == null) {
      draftVersion = Objects.requireNonNull(liveVersion) + 1;
    }
    return draftVersion;
  }

  /**
   * Asks the drafted questions from now on.
   *
   * @return the number of the version that is live now
   * @throws ProblemException {@code survey-closed} if it is closed, {@code not-ready} if nothing
   *     waits to be published
   */
  int publish() {
    demandNotClosed();
    if (draftVersion == null) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "The newest questions are published; change them first.");
    }
    liveVersion = draftVersion;
    draftVersion = null;
    state = SurveyState.PUBLISHED;
    return liveVersion;
  }

  /**
   * Takes no answers any more, for ever.
   *
   * @throws ProblemException {@code survey-closed} if it is closed, {@code not-ready} if it was
   *     never published
   */
  void close() {
    demandNotClosed();
    if (state == SurveyState.DRAFT) {
      throw new ProblemException(ProblemCode.NOT_READY, "A draft takes no answers anyway.");
    }
    state = SurveyState.CLOSED;
  }

  /**
   * Lets people be invited and answer.
   *
   * @throws ProblemException {@code survey-closed} unless it is published and its time is not over
   */
  void demandOpen(Instant now) {
    if (!isOpen(now)) {
      throw closed();
    }
  }

  boolean isOpen(Instant now) {
    return state == SurveyState.PUBLISHED && (closesAt == null || now.isBefore(closesAt));
  }

  /** Until when an invitation of that moment stands; null for as long as the survey. */
  @Nullable Instant expiryOf(Instant invitedAt) {
    Instant own = answerDays == null ? null : invitedAt.plus(Duration.ofDays(answerDays));
    if (own == null || closesAt == null) {
      return own == null ? closesAt : own;
    }
    return own.isBefore(closesAt) ? own : closesAt;
  }

  private void describe(NewSurvey document) {
    title = document.title();
    modes = document.modes();
    productId = document.productId();
    service = document.service();
    closesAt = document.closesAt();
    answerDays = document.answerDays();
  }

  private void demandNotClosed() {
    if (state == SurveyState.CLOSED) {
      throw closed();
    }
  }

  static ProblemException closed() {
    return new ProblemException(
        ProblemCode.SURVEY_CLOSED,
        "The survey is a draft, was closed, or its time is over: see its state and closesAt.");
  }

  /** As a document that can be changed. */
  NewSurvey document(List<Question> questions) {
    return new NewSurvey(
        id, title, audience, anonymous, modes, productId, service, closesAt, answerDays, questions);
  }

  UUID id() {
    return id;
  }

  Wording title() {
    return title;
  }

  SurveyAudience audience() {
    return audience;
  }

  boolean isAnonymous() {
    return anonymous;
  }

  List<SurveyMode> modes() {
    return modes;
  }

  /** Null before the first publication. */
  @Nullable Integer liveVersion() {
    return liveVersion;
  }

  /** The version that waits for publication, or else the live one. */
  int newestVersion() {
    return draftVersion == null ? Objects.requireNonNull(liveVersion) : draftVersion;
  }

  long version() {
    return version;
  }

  SurveyView view(int questionsVersion, @Nullable List<Question> questions) {
    return new SurveyView(
        id,
        title,
        audience,
        anonymous,
        modes,
        productId,
        service,
        closesAt,
        answerDays,
        state,
        liveVersion,
        draftVersion,
        questionsVersion,
        questions,
        createdAt,
        version);
  }
}
