package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Finds out who answers, and locks the invitation so that nobody else answers under it meanwhile.
 * That no more is asked of who holds a token is what tokens are for.
 */
@ApplicationScoped
class Respondents {

  /** Those who may say whose answers they write down; all others need a token. */
  private static final Set<String> RECORDERS =
      Set.of(Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD);

  private final SurveyInvitations invitations;
  private final CustomerDirectory customers;
  private final Viewing viewing;

  Respondents(SurveyInvitations invitations, CustomerDirectory customers, Viewing viewing) {
    this.invitations = invitations;
    this.customers = customers;
    this.viewing = viewing;
  }

  /**
   * Who answers.
   *
   * @param invitation null for who was not invited
   * @param customer null for staff and for who is not known
   */
  record Subject(
      @Nullable SurveyInvitation invitation, @Nullable UUID customer, @Nullable String user) {

    /** The same person in a response that names nobody. */
    Subject unnamed() {
      return new Subject(invitation, null, null);
    }

    static Subject of(SurveyInvitation invitation) {
      return new Subject(invitation, invitation.customerId(), invitation.userId());
    }
  }

  /**
   * @throws ProblemException {@code not-found} if there is no such invitation to this survey, or no
   *     such live customer; {@code forbidden} if the caller's role needs a token; {@code
   *     not-your-customer} as {@link Viewing#demandReach} says
   */
  Subject of(Respondent respondent, Survey survey, Instant now) {
    return switch (respondent) {
      case Respondent.TokenHolder holder ->
          live(
              invitations
                  .findByTokenForUpdate(InvitationTokens.hash(holder.token()))
                  .filter(found -> found.surveyId().equals(survey.id()))
                  .orElseThrow(ProblemException::notFound));
      case Respondent.Invited invited -> {
        demandRecorder();
        Subject subject =
            live(
                invitations
                    .findForUpdate(invited.invitation())
                    .filter(found -> found.surveyId().equals(survey.id()))
                    .filter(found -> found.customerId() != null)
                    .orElseThrow(ProblemException::notFound));
        demandReach(subject.customer());
        yield subject;
      }
      case Respondent.Opposite opposite -> {
        demandRecorder();
        demandLive(opposite.customer());
        demandReach(opposite.customer());
        yield met(opposite.customer(), survey, now);
      }
      case Respondent.Passer _ -> {
        demandRecorder();
        yield new Subject(null, null, null);
      }
      case Respondent.Colleague colleague ->
          invitations
              .findStaffForUpdate(survey.id(), colleague.user())
              .map(Subject::of)
              .orElseThrow(ProblemException::notFound);
      case Respondent.Self self -> {
        demandLive(self.customer());
        yield invitations
            .findForUpdate(survey.id(), self.customer())
            .map(Subject::of)
            .orElseThrow(ProblemException::notFound);
      }
    };
  }

  /**
   * Who sits opposite may answer without an invitation, also where one was taken back; one that can
   * be answered is then answered.
   */
  private Subject met(UUID customer, Survey survey, Instant now) {
    SurveyInvitation invitation =
        invitations
            .findForUpdate(survey.id(), customer)
            .filter(found -> found.isAnswered() || found.isUsable(now))
            .orElse(null);
    return new Subject(invitation, customer, null);
  }

  private Subject live(SurveyInvitation invitation) {
    if (invitation.customerId() != null) {
      demandLive(invitation.customerId());
    }
    return Subject.of(invitation);
  }

  private void demandLive(UUID customer) {
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
  }

  private void demandReach(@Nullable UUID customer) {
    if (customer != null) {
      viewing.concerns(customer);
      customers.demandReach(customer);
    }
  }

  private void demandRecorder() {
    if (Collections.disjoint(viewing.caller().roles(), RECORDERS)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "Your role sends answers only with the token of an invitation.");
    }
  }
}
