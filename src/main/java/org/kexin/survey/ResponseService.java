package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.survey.Respondents.Subject;

/** Saving and submitting answers. */
@ApplicationScoped
class ResponseService {

  /** What the access records call answers. */
  static final String ATTRIBUTE = "surveyResponses";

  private final Surveys surveys;
  private final SurveyResponses responses;
  private final Respondents respondents;
  private final AnonymousIds anonymousIds;
  private final Viewing viewing;
  private final Changes changes;
  private final Event<SurveyAnswered> answered;
  private final Violations violations;
  private final Clock clock;

  ResponseService(
      Surveys surveys,
      SurveyResponses responses,
      Respondents respondents,
      AnonymousIds anonymousIds,
      Viewing viewing,
      Changes changes,
      Event<SurveyAnswered> answered,
      Violations violations,
      Clock clock) {
    this.surveys = surveys;
    this.responses = responses;
    this.respondents = respondents;
    this.anonymousIds = anonymousIds;
    this.viewing = viewing;
    this.changes = changes;
    this.answered = answered;
    this.violations = violations;
    this.clock = clock;
  }

  /** Where answers belong: a survey, and the id that the client made for the response. */
  record Target(UUID survey, UUID response) {}

  /** What is sent, whoever sends it. */
  private record Sent(
      Target target,
      int questionsVersion,
      SurveyMode mode,
      boolean complete,
      List<Answer> answers) {}

  /**
   * Saves or submits answers that the caller writes down, or gives as a member of staff.
   *
   * @throws ProblemException {@code survey-closed}, {@code invitation-used}, {@code
   *     invitation-cancelled}, {@code invitation-expired}; {@code response-submitted} if others
   *     were submitted before; {@code already-exists} if the id is another response's, or the
   *     respondent began another one; {@code answer-…} and {@code choices-exceeded} as {@link
   *     AnswerRules} says; {@code validation-failed}; and as {@link Respondents#of} says
   */
  @Transactional
  Receipt save(Target target, ResponseDocument document) {
    Survey survey =
        surveys.findByIdOptional(target.survey()).orElseThrow(ProblemException::notFound);
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    problems.addAll(RespondentRules.check(survey, document));
    refuse(target, problems);
    return save(
        survey,
        RespondentRules.respondent(survey, document, viewing.caller().userId()),
        new Sent(
            target,
            document.questionsVersion(),
            document.mode(),
            document.complete(),
            document.answers()));
  }

  /** As {@link #save}, by the customer who calls. */
  @Transactional
  Receipt saveOwn(Target target, OwnResponseDocument document) {
    UUID own = viewing.caller().customerId();
    Survey survey =
        surveys.findByIdOptional(target.survey()).orElseThrow(ProblemException::notFound);
    if (own == null || survey.audience() != SurveyAudience.CUSTOMERS) {
      throw ProblemException.notFound();
    }
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    problems.addAll(RespondentRules.checkCompleteness(survey, document.complete()));
    refuse(target, problems);
    return save(
        survey,
        new Respondent.Self(own),
        new Sent(
            target,
            document.questionsVersion(),
            SurveyMode.ONLINE,
            document.complete(),
            document.answers()));
  }

  private Receipt save(Survey survey, Respondent respondent, Sent sent) {
    Instant now = clock.now();
    Subject known = respondents.of(respondent, survey, now);
    Subject named = survey.isAnonymous() ? known.unnamed() : known;
    List<Question> questions = questions(survey, sent.questionsVersion());
    SurveyResponse earlier = earlier(survey, sent.target());
    AnswerRules.Judgement judgement = AnswerRules.judge(questions, sent.answers(), sent.complete());
    if (earlier != null && earlier.isComplete()) {
      return repeated(earlier, named, sent, judgement);
    }
    survey.demandOpen(now);
    if (known.invitation() != null) {
      known.invitation().demandUsable(now);
    }
    List<Answer> accepted = accepted(judgement);
    UUID id =
        survey.isAnonymous()
            ? anonymousIds.of(sent.target().response()).getFirst()
            : sent.target().response();
    SurveyResponse response =
        responses
            .claim(
                new SurveyResponses.Claim(
                    id,
                    survey.id(),
                    sent.questionsVersion(),
                    named.customer(),
                    named.user(),
                    sent.mode(),
                    recorder(survey, respondent)))
            .filter(it -> it.isOf(survey.id(), named.customer(), named.user()))
            .orElseThrow(ResponseService::another);
    if (response.isComplete()) {
      return repeated(response, named, sent, judgement);
    }
    response.save(sent.questionsVersion(), sent.mode());
    responses.replaceAnswers(id, accepted);
    if (sent.complete()) {
      submit(survey, known, response, now);
    }
    responses.flush();
    note(survey, named, sent.complete(), AnswerRules.scores(questions, accepted), questions, now);
    return receipt(sent.target(), response);
  }

  private static void submit(Survey survey, Subject known, SurveyResponse response, Instant now) {
    if (known.invitation() != null) {
      known.invitation().answer(now);
    }
    response.submit(now.truncatedTo(ChronoUnit.MICROS), !survey.isAnonymous());
  }

  /**
   * Of anonymous answers the log of changes knows nothing: a record at this moment with the name of
   * the customer would be the link that was promised not to be there.
   */
  private void note(
      Survey survey,
      Subject named,
      boolean complete,
      Map<String, Score> scores,
      List<Question> questions,
      Instant now) {
    UUID customer = named.customer();
    if (customer == null) {
      return;
    }
    changes.record(customer, Set.of(ATTRIBUTE));
    if (complete) {
      Map<String, SurveyAnswered.QuestionScore> byQuestion = new HashMap<>();
      for (Question question : questions) {
        Score score = scores.get(question.key());
        if (score != null) {
          byQuestion.put(question.key(), new SurveyAnswered.QuestionScore(question.type(), score));
        }
      }
      answered.fire(new SurveyAnswered(customer, survey.id(), now, byQuestion));
    }
  }

  /** What came of it the first time, if the same is sent again. */
  private Receipt repeated(
      SurveyResponse response, Subject named, Sent sent, AnswerRules.Judgement judgement) {
    if (!response.isOf(sent.target().survey(), named.customer(), named.user())) {
      throw another();
    }
    boolean same =
        sent.complete()
            && sent.questionsVersion() == response.questionsVersion()
            && sent.mode() == response.mode()
            && judgement instanceof AnswerRules.Accepted accepted
            && Set.copyOf(accepted.answers()).equals(Set.copyOf(kept(response.id(), accepted)));
    if (!same) {
      throw new ProblemException(
          ProblemCode.RESPONSE_SUBMITTED,
          "Answers were submitted before, and submitted answers never change.");
    }
    return receipt(sent.target(), response);
  }

  /** The kept answers, with their choices in the order of those sent. */
  private List<Answer> kept(UUID response, AnswerRules.Accepted sent) {
    Map<String, List<String>> order = new HashMap<>();
    sent.answers().forEach(answer -> order.put(answer.question(), answer.choices()));
    return responses.answers(Set.of(response)).getOrDefault(response, List.of()).stream()
        .map(
            answer -> {
              List<String> like = order.getOrDefault(answer.question(), List.of());
              boolean equal = Set.copyOf(like).equals(Set.copyOf(answer.choices()));
              return equal && !like.isEmpty() ? Answer.of(answer.question(), like) : answer;
            })
        .toList();
  }

  private @Nullable SurveyResponse earlier(Survey survey, Target target) {
    List<UUID> possible =
        survey.isAnonymous() ? anonymousIds.of(target.response()) : List.of(target.response());
    return possible.stream()
        .map(id -> responses.findForUpdate(id).orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<Question> questions(Survey survey, int questionsVersion) {
    return surveys
        .questionnaire(survey.id(), questionsVersion)
        .filter(Questionnaire::isPublished)
        .map(Questionnaire::questions)
        .orElseThrow(
            () ->
                survey.liveVersion() == null
                    ? Survey.closed()
                    : ProblemException.invalid(
                        "/questionsVersion",
                        "questions-version-unknown",
                        "This version of the questions was never published."));
  }

  private static List<Answer> accepted(AnswerRules.Judgement judgement) {
    return switch (judgement) {
      case AnswerRules.Accepted accepted -> accepted.answers();
      case AnswerRules.Refused refused ->
          throw ProblemException.of(
              refused.code(),
              "Correct the answers listed under errors and send all again; nothing was changed.",
              refused.problems());
    };
  }

  private void refuse(Target target, List<FieldProblem> found) {
    List<FieldProblem> problems = new ArrayList<>(found);
    if (!Ids.isVersion7(target.response())) {
      problems.add(
          new FieldProblem(
              "responseId", "id-invalid", "Make the id of the response as UUID version 7."));
    }
    ProblemException.demandNone(problems);
  }

  /** Who wrote it down; null where the respondent did, and where nobody shall know. */
  private @Nullable String recorder(Survey survey, Respondent respondent) {
    boolean own =
        respondent instanceof Respondent.Self || respondent instanceof Respondent.Colleague;
    return own || survey.isAnonymous() ? null : viewing.caller().userId();
  }

  private static ProblemException another() {
    return new ProblemException(
        ProblemCode.ALREADY_EXISTS,
        "The id is another response's, or this person began one under another id; go on with"
            + " that.");
  }

  private static Receipt receipt(Target target, SurveyResponse response) {
    return new Receipt(target.response(), null, response.version());
  }
}
