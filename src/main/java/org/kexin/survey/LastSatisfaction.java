package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How satisfied a customer said to be last, for other features. */
@ApplicationScoped
public class LastSatisfaction {

  /** Responses that are looked at, so that a question costs the same for everybody. */
  private static final int RESPONSES = 20;

  private final SurveyResponses responses;
  private final Surveys surveys;

  LastSatisfaction(SurveyResponses responses, Surveys surveys) {
    this.responses = responses;
    this.surveys = surveys;
  }

  /**
   * An answer to a CSAT question.
   *
   * @param score 1 to {@code of}
   * @param on day in UTC
   */
  public record Satisfaction(int score, int of, LocalDate on) {}

  /**
   * What a customer answered last under their name to a question for satisfaction, among their last
   * {@value #RESPONSES} responses; the first such question by its key where a survey has several.
   */
  public Optional<Satisfaction> of(UUID customer) {
    List<SurveyResponse> newest = responses.newest(customer, null, RESPONSES);
    Map<UUID, List<Answer>> answers =
        responses.answers(newest.stream().map(SurveyResponse::id).toList());
    return newest.stream()
        .flatMap(
            response -> scored(response, answers.getOrDefault(response.id(), List.of())).stream())
        .findFirst();
  }

  private Optional<Satisfaction> scored(SurveyResponse response, List<Answer> answers) {
    Set<String> questions =
        surveys
            .questionnaire(response.surveyId(), response.questionsVersion())
            .map(Questionnaire::questions)
            .orElse(List.of())
            .stream()
            .filter(question -> question.type() == QuestionType.CSAT)
            .map(Question::key)
            .collect(Collectors.toSet());
    int best = Objects.requireNonNull(QuestionType.CSAT.scale()).max();
    LocalDate on = Objects.requireNonNull(response.answeredOn());
    return answers.stream()
        .filter(answer -> questions.contains(answer.question()))
        .map(Answer::value)
        .filter(Objects::nonNull)
        .findFirst()
        .map(score -> new Satisfaction(score, best, on));
  }
}
