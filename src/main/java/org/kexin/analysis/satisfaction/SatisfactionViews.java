package org.kexin.analysis.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.satisfaction.Answers;
import org.kexin.analysis.algorithm.satisfaction.SatisfactionScore;
import org.kexin.analysis.algorithm.satisfaction.SatisfactionTrend;
import org.kexin.analysis.algorithm.satisfaction.ScoreChange;
import org.kexin.survey.AskedQuestions;

/** Says what was found. Nothing is kept back here: all sums are of whole blocks. */
final class SatisfactionViews {

  private static final int MOST = 500;
  private static final double ALPHA = .05;

  private SatisfactionViews() {}

  static SatisfactionView view(
      About about, Opinions opinions, SatisfactionTrend trend, SmallGroups groups) {
    Answers all = opinions.all();
    return new SatisfactionView(
        about,
        SatisfactionView.Kind.valueOf(all.scale().name()),
        score(all, groups),
        answers(all),
        trend.months().stream()
            .map(
                month ->
                    new SatisfactionView.Month(
                        month.month().toString(), month.complete(), score(month.score(), groups)))
            .toList(),
        change(trend),
        most(
            opinions.bySurvey(),
            (survey, answers) -> ofSurvey(survey, opinions.surveys().get(survey), answers, groups)),
        most(
            opinions.byProduct(),
            (product, answers) -> new SatisfactionView.OfProduct(product, score(answers, groups))),
        most(
            opinions.byService(),
            (service, answers) -> new SatisfactionView.OfService(service, score(answers, groups))));
  }

  /** Those with most answers first, ties by their keys. */
  private static <K, V> List<V> most(Map<K, Answers> sums, BiFunction<K, Answers, V> view) {
    return sums.entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<K, Answers> it) -> -it.getValue().n()))
        .limit(MOST)
        .map(it -> view.apply(it.getKey(), it.getValue()))
        .toList();
  }

  private static SatisfactionView.OfSurvey ofSurvey(
      UUID survey, @Nullable AskedQuestions about, Answers answers, SmallGroups groups) {
    AskedQuestions asked = Objects.requireNonNull(about);
    return new SatisfactionView.OfSurvey(
        survey, asked.productId(), asked.service(), score(answers, groups));
  }

  private static SatisfactionView.Score score(Answers answers, SmallGroups groups) {
    return score(SatisfactionScore.of(answers, SatisfactionAnalysis.LEVEL), groups);
  }

  private static SatisfactionView.Score score(SatisfactionScore score, SmallGroups groups) {
    Interval interval = score.interval().value();
    long n = score.answers().n();
    return new SatisfactionView.Score(
        n,
        score.value().value(),
        score.standardError().value(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        n == 0 && !groups.individualsAllowed()
            ? groups.reason()
            : reason(score.value(), score.interval()));
  }

  private static List<SatisfactionView.AnswerShare> answers(Answers all) {
    List<SatisfactionView.AnswerShare> shares = new ArrayList<>();
    for (int i = 0; i < all.counts().size(); i++) {
      shares.add(new SatisfactionView.AnswerShare(all.scale().lowest() + i, all.counts().get(i)));
    }
    return shares;
  }

  private static SatisfactionView.@Nullable Change change(SatisfactionTrend trend) {
    List<SatisfactionTrend.Month> complete =
        trend.months().stream().filter(SatisfactionTrend.Month::complete).toList();
    if (complete.size() < 2) {
      return null;
    }
    SatisfactionTrend.Month earlier = complete.get(complete.size() - 2);
    SatisfactionTrend.Month later = complete.getLast();
    ScoreChange change =
        ScoreChange.between(
            earlier.score().answers(), later.score().answers(), SatisfactionAnalysis.LEVEL);
    Interval interval = change.interval().value();
    return new SatisfactionView.Change(
        earlier.month().toString(),
        later.month().toString(),
        change.difference().value(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        change.pValue().value(),
        change.significant(ALPHA),
        reason(change.difference(), change.interval(), change.pValue()));
  }

  private static @Nullable String reason(Measure<?>... measures) {
    return Stream.of(measures)
        .map(Measure::reason)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Reason::detail)
        .orElse(null);
  }
}
