package org.kexin.survey;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;

/** Sums of answers, for those who may have them. */
@ApplicationScoped
class ResultService {

  private final Surveys surveys;
  private final SurveyResponses responses;
  private final Viewing viewing;
  private final int smallestGroup;
  private final Clock clock;

  /**
   * @param smallestGroup the k of all analyses; the same key, so that there is one k
   */
  ResultService(
      Surveys surveys,
      SurveyResponses responses,
      Viewing viewing,
      @ConfigProperty(name = "kexin.analysis.smallest-group", defaultValue = "10")
          int smallestGroup,
      Clock clock) {
    this.surveys = surveys;
    this.responses = responses;
    this.viewing = viewing;
    this.smallestGroup = smallestGroup;
    this.clock = clock;
  }

  /**
   * The results of one version of the questions.
   *
   * @param questionsVersion null for the one that is asked
   * @throws ProblemException {@code not-found} if it was never published
   */
  SurveyResults read(UUID id, @Nullable Integer questionsVersion) {
    Survey survey = surveys.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    Integer wanted = questionsVersion == null ? survey.liveVersion() : questionsVersion;
    if (wanted == null) {
      throw ProblemException.notFound();
    }
    List<Question> questions =
        surveys
            .questionnaire(id, wanted)
            .filter(Questionnaire::isPublished)
            .orElseThrow(ProblemException::notFound)
            .questions();
    // What colleagues said is for nobody to be looked up, whatever the role.
    boolean individuals = survey.audience() == SurveyAudience.CUSTOMERS && viewing.sees(BEHAVIOUR);
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    LocalDate until =
        individuals
            ? today
            : ResultRules.lastWholeBlock(responses.perDay(id, wanted, today), smallestGroup);
    viewing.shows("surveyResults");
    if (until == null) {
      return new SurveyResults(
          id,
          wanted,
          null,
          null,
          "Fewer than %d answers are not shown to this role.".formatted(smallestGroup),
          questions.stream().map(ResultRules::withheld).toList());
    }
    return sums(survey, wanted, questions, until, individuals ? 0 : smallestGroup);
  }

  private SurveyResults sums(
      Survey survey, int questionsVersion, List<Question> questions, LocalDate until, int least) {
    Map<String, Long> answered = new HashMap<>();
    responses
        .answered(survey.id(), questionsVersion, until)
        .forEach(it -> answered.put(it.question(), it.responses()));
    Map<String, Map<Integer, Long>> numbers = new HashMap<>();
    Map<String, Map<String, Long>> options = new HashMap<>();
    for (SurveyResponses.Count count : responses.counts(survey.id(), questionsVersion, until)) {
      if (count.score() != null) {
        numbers
            .computeIfAbsent(count.question(), absent -> new HashMap<>())
            .put(count.score(), count.responses());
      } else {
        options
            .computeIfAbsent(count.question(), absent -> new HashMap<>())
            .put(count.option(), count.responses());
      }
    }
    long all =
        responses.perDay(survey.id(), questionsVersion, until.plusDays(1)).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    List<SurveyResults.QuestionResult> results = new ArrayList<>();
    for (Question question : questions) {
      long n = answered.getOrDefault(question.key(), 0L);
      results.add(
          n == 0 || n >= least
              ? ResultRules.figures(
                  question,
                  n,
                  numbers.getOrDefault(question.key(), Map.of()),
                  options.getOrDefault(question.key(), Map.of()))
              : ResultRules.withheld(question));
    }
    return new SurveyResults(survey.id(), questionsVersion, all, until, null, results);
  }
}
