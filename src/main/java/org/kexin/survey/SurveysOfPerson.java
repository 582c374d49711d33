package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.Ids;
import org.kexin.shared.PageRequest;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What a customer was asked and answered under their name, for the person and for erasure. Answers
 * of anonymous surveys are nobody's and stay. Erasure takes invitations, words and all that was not
 * submitted; scores and choices stay in the sums, under a fresh id that stands nowhere else.
 */
@ApplicationScoped
class SurveysOfPerson implements PersonalDataHolder {

  private static final String INVITATIONS = "survey_invitation";
  private static final String RESPONSES = "survey_response";
  private static final String ANSWERS = "survey_answer";
  private static final String GROUND = "Nobody can tell any more whose answers they were.";

  private final SurveyInvitations invitations;
  private final SurveyResponses responses;
  private final Ids ids;

  SurveysOfPerson(SurveyInvitations invitations, SurveyResponses responses, Ids ids) {
    this.invitations = invitations;
    this.responses = responses;
    this.ids = ids;
  }

  /** An invitation, in clear but for its token. */
  record Asked(
      UUID id,
      UUID surveyId,
      UUID customerId,
      @Nullable ConsentChannel channel,
      InvitationState state,
      Instant invitedAt,
      @Nullable Instant expiresAt) {}

  /** A response, in clear. */
  record Said(
      UUID id,
      UUID surveyId,
      int questionsVersion,
      SurveyMode mode,
      ResponseState state,
      @Nullable Instant submittedAt,
      @Nullable LocalDate answeredOn,
      List<Answer> answers) {}

  @Override
  public Set<String> tables() {
    return Set.of(INVITATIONS, RESPONSES, ANSWERS);
  }

  @Override
  @Transactional
  public void export(UUID person, PersonFile file) {
    UUID before = null;
    List<SurveyInvitation> asked;
    do {
      asked = invitations.of(person, before, PageRequest.MAX_SIZE);
      for (SurveyInvitation invitation : asked) {
        file.add(
            "surveyInvitations",
            new Asked(
                invitation.id(),
                invitation.surveyId(),
                person,
                invitation.channel(),
                invitation.state(),
                invitation.invitedAt(),
                invitation.expiresAt()));
        before = invitation.id();
      }
    } while (asked.size() == PageRequest.MAX_SIZE);
    UUID beforeResponse = null;
    List<SurveyResponse> said;
    do {
      said = responses.of(person, beforeResponse, PageRequest.MAX_SIZE);
      Map<UUID, List<Answer>> answers =
          responses.answers(said.stream().map(SurveyResponse::id).toList());
      for (SurveyResponse response : said) {
        file.add(
            "surveyResponses",
            new Said(
                response.id(),
                response.surveyId(),
                response.questionsVersion(),
                response.mode(),
                response.state(),
                response.submittedAt(),
                response.answeredOn(),
                answers.getOrDefault(response.id(), List.of())));
        beforeResponse = response.id();
      }
    } while (said.size() == PageRequest.MAX_SIZE);
  }

  @Override
  @Transactional
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    long asked = invitations.delete("customerId", person);
    long words = responses.eraseWords(person);
    responses.erasePartial(person);
    long said = responses.cutLinks(person, ids.next());
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(
        FieldOutcome.erased(
            INVITATIONS,
            asked,
            "id",
            "survey_id",
            "customer_id",
            "channel",
            "state",
            "token_hash",
            "invited_at",
            "expires_at"));
    outcomes.addAll(FieldOutcome.erased(ANSWERS, words, "words"));
    outcomes.add(FieldOutcome.pseudonymised(RESPONSES, said, "customer_id"));
    outcomes.addAll(
        FieldOutcome.kept(
            RESPONSES,
            said,
            GROUND,
            null,
            "id",
            "survey_id",
            "questions_version",
            "mode",
            "state",
            "submitted_at",
            "answered_on"));
    outcomes.addAll(
        FieldOutcome.kept(
            ANSWERS, said, GROUND, null, "response_id", "question_key", "option_key", "score"));
    return outcomes;
  }
}
