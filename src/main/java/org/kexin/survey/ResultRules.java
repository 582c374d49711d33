package org.kexin.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.survey.SurveyResults.AnswerCount;
import org.kexin.survey.SurveyResults.ClassCount;
import org.kexin.survey.SurveyResults.QuestionResult;

/**
 * Sums of answers. Pure. Definitions: NPS = 100·(P − D)/n (Reichheld 2003); CSAT = share of the two
 * best of 1–5; CES = mean of 1–7. Without answers a figure is null, never 0.
 */
final class ResultRules {

  private static final double PERCENT = 100;
  private static final int LOWEST_SATISFIED = 4;

  private ResultRules() {}

  /**
   * The last day of a run of days that is told to who may not see individuals: days are put
   * together to blocks of {@code k} responses, and whole blocks are told. Whatever the moments at
   * which results are asked for, two of them then differ by none or by {@code k} responses.
   *
   * @param perDay responses of days that are over, so that none comes to them
   * @return null if there is no whole block
   */
  static @Nullable LocalDate lastWholeBlock(SortedMap<LocalDate, Long> perDay, int k) {
    LocalDate last = null;
    long open = 0;
    for (Map.Entry<LocalDate, Long> day : perDay.entrySet()) {
      open += day.getValue();
      if (open >= k) {
        last = day.getKey();
        open = 0;
      }
    }
    return last;
  }

  /**
   * The figures of one question.
   *
   * @param answered responses that answer it
   * @param counts how often each number, or option by its key, was given
   */
  static QuestionResult figures(
      Question question, long answered, Map<Integer, Long> numbers, Map<String, Long> counts) {
    SortedMap<Integer, Long> scores = new TreeMap<>(numbers);
    Scale scale = question.scale();
    List<AnswerCount> listed = new ArrayList<>();
    if (scale != null) {
      IntStream.rangeClosed(scale.min(), scale.max())
          .forEach(
              value -> listed.add(new AnswerCount(value, null, scores.getOrDefault(value, 0L))));
    }
    for (Question.Option option : question.options()) {
      listed.add(new AnswerCount(null, option.key(), counts.getOrDefault(option.key(), 0L)));
    }
    QuestionType type = question.type();
    boolean nps = type == QuestionType.NPS && answered > 0;
    Map<NpsClass, Long> classes = nps ? classes(scores) : Map.of();
    return new QuestionResult(
        question.key(),
        type,
        answered,
        nps
            ? PERCENT
                * (classes.getOrDefault(NpsClass.PROMOTER, 0L)
                    - classes.getOrDefault(NpsClass.DETRACTOR, 0L))
                / answered
            : null,
        nps
            ? Arrays.stream(NpsClass.values())
                .map(it -> new ClassCount(it, classes.getOrDefault(it, 0L)))
                .toList()
            : null,
        type == QuestionType.CSAT ? satisfied(scores) : null,
        type == QuestionType.CES ? mean(scores) : null,
        type == QuestionType.SCALE ? mean(scores) : null,
        listed);
  }

  /** The question without figures. */
  static QuestionResult withheld(Question question) {
    return new QuestionResult(
        question.key(), question.type(), null, null, null, null, null, null, List.of());
  }

  private static Map<NpsClass, Long> classes(Map<Integer, Long> scores) {
    Scale scale = new Scale(0, 10);
    Map<NpsClass, Long> classes = new HashMap<>();
    scores.forEach(
        (value, count) -> classes.merge(NpsClass.of(new Score(scale, value)), count, Long::sum));
    return classes;
  }

  private static @Nullable Double satisfied(SortedMap<Integer, Long> scores) {
    long all = sum(scores);
    return all == 0 ? null : PERCENT * sum(scores.tailMap(LOWEST_SATISFIED)) / all;
  }

  private static @Nullable Double mean(Map<Integer, Long> scores) {
    long all = sum(scores);
    long total =
        scores.entrySet().stream().mapToLong(score -> score.getKey() * score.getValue()).sum();
    return all == 0 ? null : (double) total / all;
  }

  private static long sum(Map<Integer, Long> scores) {
    return scores.values().stream().mapToLong(Long::longValue).sum();
  }
}
