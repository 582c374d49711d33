package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;

/** What a customer is asked, for that customer. */
@ApplicationScoped
class MySurveyService {

  private final Surveys surveys;
  private final SurveyInvitations invitations;
  private final SurveyResponses responses;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Clock clock;

  MySurveyService(
      Surveys surveys,
      SurveyInvitations invitations,
      SurveyResponses responses,
      CustomerDirectory customers,
      Viewing viewing,
      Clock clock) {
    this.surveys = surveys;
    this.invitations = invitations;
    this.responses = responses;
    this.customers = customers;
    this.viewing = viewing;
    this.clock = clock;
  }

  /** A page of the surveys that the caller can answer now. */
  Page<MySurveyView> list(PageRequest page) {
    UUID own = own();
    viewing.shows(InvitationService.ATTRIBUTE);
    return Page.of(
            invitations.open(own, clock.now(), page),
            page,
            last -> last.invitation().id().toString())
        .map(open -> view(open.survey(), open.invitation(), null, null));
  }

  /**
   * A survey with its questions and what the caller saved.
   *
   * @throws ProblemException {@code not-found} if the caller was never invited to it, {@code
   *     survey-closed}, {@code invitation-used}, {@code invitation-cancelled}, {@code
   *     invitation-expired} if it cannot be answered any more
   */
  MySurveyView read(UUID id) {
    UUID own = own();
    viewing.shows(InvitationService.ATTRIBUTE);
    SurveyInvitation invitation = invitations.find(id, own).orElseThrow(ProblemException::notFound);
    Survey survey = surveys.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    survey.demandOpen(clock.now());
    invitation.demandUsable(clock.now());
    Questionnaire live =
        surveys
            .questionnaire(id, Objects.requireNonNull(survey.liveVersion()))
            .orElseThrow(ProblemException::notFound);
    return view(survey, invitation, live.questions(), responses.find(id, own).orElse(null));
  }

  private MySurveyView view(
      Survey survey,
      SurveyInvitation invitation,
      @Nullable List<Question> questions,
      @Nullable SurveyResponse saved) {
    if (saved != null) {
      viewing.shows(ResponseService.ATTRIBUTE);
    }
    return new MySurveyView(
        survey.id(),
        survey.title(),
        survey.isAnonymous(),
        invitation.expiresAt(),
        Objects.requireNonNull(survey.liveVersion()),
        questions,
        saved == null ? null : saved.id(),
        saved == null ? null : responses.answers(Set.of(saved.id())).get(saved.id()));
  }

  private UUID own() {
    UUID own = viewing.caller().customerId();
    if (own == null || !customers.exists(own)) {
      throw ProblemException.notFound();
    }
    viewing.concerns(own);
    return own;
  }
}
