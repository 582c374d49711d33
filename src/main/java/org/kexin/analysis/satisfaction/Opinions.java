package org.kexin.analysis.satisfaction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.satisfaction.Answers;
import org.kexin.analysis.algorithm.satisfaction.SatisfactionTrend;
import org.kexin.analysis.algorithm.satisfaction.Scale;
import org.kexin.survey.AskedQuestions;

/** Sums up blocks of answers in all the ways they are shown. Not thread-safe. */
final class Opinions {

  private final Scale scale;
  private final SatisfactionQuestion question;
  private final Answers.Accumulator all;
  private final NavigableMap<LocalDate, Answers.Accumulator> days = new TreeMap<>();
  private final Map<UUID, AskedQuestions> surveys = byId();
  private final Map<UUID, Answers.Accumulator> bySurvey = byId();
  private final Map<UUID, Answers.Accumulator> byProduct = byId();
  private final Map<String, Answers.Accumulator> byService = new TreeMap<>();
  private long waiting;
  private long outside;

  Opinions(SatisfactionQuestion question) {
    this.question = question;
    this.scale = question.kind();
    this.all = new Answers.Accumulator(scale);
  }

  private static <T> Map<UUID, T> byId() {
    Comparator<UUID> order = CustomerOrder.ofUuids();
    return new TreeMap<>(order);
  }

  /** Questions whose answers follow; a later version says what the survey is about. */
  void begin(AskedQuestions questions) {
    surveys.put(questions.surveyId(), questions);
    accumulator(bySurvey, questions.surveyId());
    if (questions.productId() != null) {
      accumulator(byProduct, questions.productId());
    }
    if (questions.service() != null) {
      accumulator(byService, questions.service());
    }
  }

  /** A block, which counts on its last day, if it is whole within the period. */
  void add(AskedQuestions questions, AnswerBlocks.Block block) {
    LocalDate from = question.from();
    LocalDate to = question.to();
    if ((from != null && block.first().isBefore(from))
        || (to != null && block.last().isAfter(to))) {
      outside += block.answers().size();
      return;
    }
    add(all, block);
    add(accumulator(days, block.last()), block);
    add(accumulator(bySurvey, questions.surveyId()), block);
    if (questions.productId() != null) {
      add(accumulator(byProduct, questions.productId()), block);
    }
    if (questions.service() != null) {
      add(accumulator(byService, questions.service()), block);
    }
  }

  /** Answers that are in no whole block yet. */
  void leave(long answers) {
    waiting += answers;
  }

  private <K> Answers.Accumulator accumulator(Map<K, Answers.Accumulator> groups, K key) {
    return groups.computeIfAbsent(key, unseen -> new Answers.Accumulator(scale));
  }

  private static void add(Answers.Accumulator sums, AnswerBlocks.Block block) {
    for (Integer answer : block.answers()) {
      if (answer == null) {
        sums.addUnanswered();
      } else {
        sums.add(answer);
      }
    }
  }

  /**
   * By month, from the first with an answer to that of the last day.
   *
   * @param lastDay of all that is known
   */
  SatisfactionTrend trend(LocalDate lastDay, double level) {
    LocalDate to = question.to();
    LocalDate end = to == null || to.isAfter(lastDay) ? lastDay : to;
    LocalDate begin = days.isEmpty() ? end : days.firstKey().withDayOfMonth(1);
    LocalDate from = question.from();
    if (from != null && from.isAfter(begin)) {
      begin = from;
    }
    SatisfactionTrend.Accumulator trend =
        new SatisfactionTrend.Accumulator(scale, begin.isAfter(end) ? end : begin, end, level);
    days.forEach(
        (day, sums) -> {
          Answers answers = sums.finish();
          for (int i = 0; i < answers.counts().size(); i++) {
            repeat(trend, day, scale.lowest() + i, answers.counts().get(i));
          }
          repeat(trend, day, scale.highest() + 1, answers.offScale());
          repeat(trend, day, null, answers.unanswered());
        });
    return trend.finish();
  }

  private static void repeat(
      SatisfactionTrend.Accumulator trend, LocalDate day, @Nullable Integer answer, long times) {
    for (long i = 0; i < times; i++) {
      trend.add(day, answer);
    }
  }

  Answers all() {
    return all.finish();
  }

  /** What each survey is about, by id. */
  Map<UUID, AskedQuestions> surveys() {
    return surveys;
  }

  Map<UUID, Answers> bySurvey() {
    return finished(bySurvey, byId());
  }

  Map<UUID, Answers> byProduct() {
    return finished(byProduct, byId());
  }

  Map<String, Answers> byService() {
    return finished(byService, new TreeMap<>());
  }

  private static <K> Map<K, Answers> finished(
      Map<K, Answers.Accumulator> sums, Map<K, Answers> into) {
    return sums.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().finish(),
                (one, other) -> one,
                () -> into));
  }

  long waiting() {
    return waiting;
  }

  long outside() {
    return outside;
  }
}
