package org.kexin.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.person.TimeLineEntry;

/**
 * That a customer, or a member of staff, is asked. Invariant: either both customer and channel are
 * there, or the user. It does not say when it was answered: for an anonymous survey that moment
 * would lead to the answer.
 */
@Entity
@Table(name = "survey_invitation")
class SurveyInvitation {

  @Id private UUID id;

  @Column(name = "survey_id")
  private UUID surveyId;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "user_id")
  private @Nullable String userId;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(10)")
  private @Nullable ConsentChannel channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private InvitationState state;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "invited_at")
  private Instant invitedAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "invited_by")
  private String invitedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected SurveyInvitation() {}

  private SurveyInvitation(UUID id, Survey survey, byte[] tokenHash, Instant at, String by) {
    this.id = id;
    this.surveyId = survey.id();
    this.state = InvitationState.OPEN;
    this.tokenHash = tokenHash;
    this.invitedAt = at;
    this.expiresAt = survey.expiryOf(at);
    this.invitedBy = by;
  }

  /**
   * @param channel by which the customer agreed to be approached
   */
  static SurveyInvitation ofCustomer(
      UUID id,
      Survey survey,
      UUID customer,
      ConsentChannel channel,
      byte[] tokenHash,
      Instant at,
      String by) {
    SurveyInvitation invitation = new SurveyInvitation(id, survey, tokenHash, at, by);
    invitation.customerId = customer;
    invitation.channel = channel;
    return invitation;
  }

  static SurveyInvitation ofStaff(
      UUID id, Survey survey, String user, byte[] tokenHash, Instant at, String by) {
    SurveyInvitation invitation = new SurveyInvitation(id, survey, tokenHash, at, by);
    invitation.userId = user;
    return invitation;
  }

  /** Takes it back because the consent that it rests on is gone; once answered it stays so. */
  void cancel() {
    if (state == InvitationState.OPEN) {
      state = InvitationState.CANCELLED;
    }
  }

  /**
   * Marks it as answered.
   *
   * @throws ProblemException as {@link #demandUsable} says
   */
  void answer(Instant now) {
    demandUsable(now);
    state = InvitationState.ANSWERED;
  }

  /**
   * Lets its answers be saved.
   *
   * @throws ProblemException {@code invitation-used}, {@code invitation-cancelled} or {@code
   *     invitation-expired}
   */
  void demandUsable(Instant now) {
    switch (state) {
      case ANSWERED ->
          throw new ProblemException(
              ProblemCode.INVITATION_USED, "Answers were submitted under it before.");
      case CANCELLED ->
          throw new ProblemException(
              ProblemCode.INVITATION_CANCELLED,
              "The customer does not agree to be approached any more, so it was taken back.");
      case OPEN -> {
        if (expiresAt != null && !now.isBefore(expiresAt)) {
          throw new ProblemException(
              ProblemCode.INVITATION_EXPIRED, "Its time is over: see its expiresAt.");
        }
      }
    }
  }

  /** Whether answers may be saved under it. */
  boolean isUsable(Instant now) {
    return isOpen() && (expiresAt == null || now.isBefore(expiresAt));
  }

  boolean isOpen() {
    return state == InvitationState.OPEN;
  }

  boolean isAnswered() {
    return state == InvitationState.ANSWERED;
  }

  UUID id() {
    return id;
  }

  UUID surveyId() {
    return surveyId;
  }

  /** Null for staff. */
  @Nullable UUID customerId() {
    return customerId;
  }

  /** Null for customers. */
  @Nullable String userId() {
    return userId;
  }

  /** Null for staff. */
  @Nullable ConsentChannel channel() {
    return channel;
  }

  InvitationState state() {
    return state;
  }

  byte[] tokenHash() {
    return tokenHash.clone();
  }

  Instant invitedAt() {
    return invitedAt;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  TimeLineEntry onTimeLine() {
    return new TimeLineEntry(SurveyTimeLine.INVITATION, invitedAt, id, surveyId, state.name());
  }
}
