package org.kexin.analysis.algorithm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.experiment.TwoProportions;
import org.kexin.analysis.algorithm.experiment.WelchTest;

/**
 * Section B8: NPS after Reichheld (2003) with the interval of the R package NPS 1.1, CSAT with the
 * interval of Wilson (1927; 81 of 263 from Newcombe 1998), CES with that of Student.
 */
class SatisfactionTest {

  private static final double LEVEL = .95;

  @Example
  void seventyPromotersTenPassivesAndTwentyDetractorsAreFiftyPoints() {
    SatisfactionScore score = SatisfactionScore.of(nps(70, 10, 20), LEVEL);
    assertThat(score.value().orElseThrow()).isCloseTo(50, within(1e-12));
    assertThat(score.standardError().orElseThrow()).isCloseTo(8.062258, within(5e-7));
    assertInterval(score.interval(), 34.198265, 65.801735, 5e-7);
  }

  @Example
  void sixIsADetractorSevenAndEightArePassiveNineIsAPromoter() {
    double[] points = {-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100};
    for (int answer = 0; answer <= 10; answer++) {
      assertThat(SatisfactionScore.of(answers(Scale.NPS, answer), LEVEL).value().orElseThrow())
          .isEqualTo(points[answer]);
    }
  }

  @Example
  void satisfiedAreFoursAndFivesWithTheIntervalOfWilson() {
    Answers answers = new Answers(Scale.CSAT, List.of(100L, 40L, 42L, 31L, 50L), 0, 0);
    SatisfactionScore score = SatisfactionScore.of(answers, LEVEL);
    assertThat(score.value().orElseThrow()).isCloseTo(81 / 263.0, within(1e-12));
    assertInterval(score.interval(), .2553, .3662, 5e-5);
  }

  /** 4, 5, 6, 7: mean 5.5, s = √(5/3), t of three degrees of freedom 3.182446. */
  @Example
  void effortIsAMeanWithTheIntervalOfStudent() {
    SatisfactionScore score = SatisfactionScore.of(answers(Scale.CES, 4, 5, 6, 7), LEVEL);
    assertThat(score.value().orElseThrow()).isEqualTo(5.5);
    double error = Math.sqrt(5 / 3.0) / 2;
    assertThat(score.standardError().orElseThrow()).isCloseTo(error, within(1e-12));
    // 5.5 + 2.0543 is off the scale.
    assertInterval(score.interval(), 5.5 - 3.182446305 * error, 7, 1e-7);
  }

  @Example
  void answersOffTheScaleAreLeftOutAndCounted() {
    Answers.Accumulator accumulator = new Answers.Accumulator(Scale.CSAT);
    for (long answer : new long[] {0, 5, 6, -1, Long.MAX_VALUE, 1}) {
      accumulator.add(answer);
    }
    accumulator.addUnanswered();
    Answers answers = accumulator.finish();
    assertThat(answers.n()).isEqualTo(2);
    assertThat(answers.leftOut())
        .containsExactly(new LeftOut(Answers.OFF_SCALE, 4), new LeftOut(Answers.UNANSWERED, 1));
    assertThat(SatisfactionScore.of(answers, LEVEL).value().orElseThrow()).isEqualTo(.5);
  }

  @Example
  void noAnswersHaveNoScore() {
    for (Scale scale : Scale.values()) {
      SatisfactionScore score = SatisfactionScore.of(answers(scale), LEVEL);
      assertThat(score.value()).isEqualTo(Measure.missing(SatisfactionScore.NO_ANSWERS));
      assertThat(score.interval()).isEqualTo(Measure.missing(SatisfactionScore.NO_ANSWERS));
      ScoreChange change = ScoreChange.between(answers(scale), answers(scale, 5, 5), LEVEL);
      assertThat(change.difference().value()).isNull();
      assertThat(change.pValue().value()).isNull();
      assertThat(change.significant(.05)).isFalse();
    }
  }

  @Example
  void answersThatAreAllAlikeClaimNoCertainty() {
    assertThat(SatisfactionScore.of(nps(9, 0, 0), LEVEL).interval())
        .isEqualTo(Measure.missing(SatisfactionScore.ALL_ALIKE));
    assertThat(SatisfactionScore.of(answers(Scale.CES, 7, 7, 7), LEVEL).interval())
        .isEqualTo(Measure.missing(SatisfactionScore.ALL_ALIKE));
    assertThat(SatisfactionScore.of(answers(Scale.CES, 7), LEVEL).standardError())
        .isEqualTo(Measure.missing(SatisfactionScore.ONE_ANSWER));
    // Wilson: n/(n + z²).
    assertInterval(
        SatisfactionScore.of(answers(Scale.CSAT, 5, 5, 5), LEVEL).interval(),
        3 / (3 + 3.841458821),
        1,
        1e-9);
  }

  /** Standard errors √65 and, with p = .6 and d = .3, √81. */
  @Example
  void theDifferenceOfTwoPeriodsHasItsInterval() {
    ScoreChange change = ScoreChange.between(nps(70, 10, 20), nps(60, 10, 30), LEVEL);
    assertThat(change.difference().orElseThrow()).isCloseTo(-20, within(1e-12));
    double error = Math.sqrt(65 + 81);
    assertInterval(change.interval(), -20 - 1.959963985 * error, -20 + 1.959963985 * error, 1e-6);
    assertThat(change.significant(.05)).isFalse();
    assertThat(change.significant(.2)).isTrue();
    assertThat(ScoreChange.between(nps(700, 100, 200), nps(600, 100, 300), LEVEL).significant(.001))
        .isTrue();
  }

  @Example
  void sharesAndMeansAreComparedAsSuch() {
    Answers few = new Answers(Scale.CSAT, List.of(32L, 0L, 0L, 48L, 0L), 0, 0);
    Answers many = new Answers(Scale.CSAT, List.of(14L, 0L, 0L, 0L, 56L), 0, 0);
    assertInterval(ScoreChange.between(few, many, LEVEL).interval(), .0524, .3339, 5e-5);
    ScoreChange equal =
        ScoreChange.between(answers(Scale.CES, 5, 5), answers(Scale.CES, 5, 5), LEVEL);
    assertThat(equal.difference().orElseThrow()).isZero();
    assertThat(equal.pValue()).isEqualTo(Measure.missing(WelchTest.NO_VARIATION));
    assertThat(ScoreChange.between(answers(Scale.CSAT), answers(Scale.CSAT, 5), LEVEL).difference())
        .isEqualTo(Measure.missing(TwoProportions.EMPTY_GROUP));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ScoreChange.between(answers(Scale.CES, 5), answers(Scale.CSAT, 5), LEVEL));
  }

  @Example
  void monthsWithoutAnswersStayAndIncompleteOnesAreFlagged() {
    SatisfactionTrend.Accumulator accumulator =
        new SatisfactionTrend.Accumulator(
            Scale.NPS, LocalDate.of(2024, 11, 1), LocalDate.of(2025, 2, 10), LEVEL);
    accumulator.add(LocalDate.of(2024, 11, 30), 10);
    accumulator.add(LocalDate.of(2024, 11, 1), 0);
    accumulator.add(LocalDate.of(2025, 1, 5), 11);
    accumulator.add(LocalDate.of(2025, 1, 5), null);
    accumulator.add(LocalDate.of(2025, 2, 10), 9);
    accumulator.add(LocalDate.of(2025, 2, 11), 9);
    SatisfactionTrend trend = accumulator.finish();
    assertThat(trend.months())
        .extracting(SatisfactionTrend.Month::month)
        .containsExactly(
            YearMonth.of(2024, 11),
            YearMonth.of(2024, 12),
            YearMonth.of(2025, 1),
            YearMonth.of(2025, 2));
    assertThat(trend.months())
        .extracting(SatisfactionTrend.Month::complete)
        .containsExactly(true, true, true, false);
    assertThat(trend.months())
        .extracting(month -> month.score().value().value())
        .containsExactly(0.0, null, null, 100.0);
    assertThat(trend.months().get(2).score().answers().leftOut()).hasSize(2);
    assertThat(trend.overall().answers().n()).isEqualTo(3);
    assertThat(trend.leftOut()).containsExactly(new LeftOut(SatisfactionTrend.OUTSIDE_WINDOW, 1));
  }

  @Example
  void noAnswersHaveNoMonths() {
    SatisfactionTrend trend =
        new SatisfactionTrend.Accumulator(Scale.CES, null, null, LEVEL).finish();
    assertThat(trend.months()).isEmpty();
    assertThat(trend.overall().value()).isEqualTo(Measure.missing(SatisfactionScore.NO_ANSWERS));
  }

  @Property(tries = 200)
  void everyScoreLiesInItsIntervalAndOnItsScale(
      @ForAll Scale scale,
      @ForAll @Size(max = 60) List<@IntRange(min = -2, max = 12) Integer> given,
      @ForAll long seed) {
    SatisfactionScore score = SatisfactionScore.of(answers(scale, ints(given)), LEVEL);
    List<Integer> shuffled = new ArrayList<>(given);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(SatisfactionScore.of(answers(scale, ints(shuffled)), LEVEL)).isEqualTo(score);
    Interval interval = score.interval().value();
    if (interval != null) {
      assertThat(score.value().orElseThrow()).isBetween(interval.lower(), interval.upper());
      assertThat(interval.upper()).isGreaterThan(interval.lower());
    }
    assertThat(score.answers().n() + score.answers().offScale()).isEqualTo(given.size());
  }

  @Property(tries = 200)
  void turningThePeriodsRoundTurnsTheChangeRound(
      @ForAll Scale scale,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 10) Integer> before,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 10) Integer> after) {
    Answers earlier = answers(scale, ints(before));
    Answers later = answers(scale, ints(after));
    ScoreChange there = ScoreChange.between(earlier, later, LEVEL);
    ScoreChange back = ScoreChange.between(later, earlier, LEVEL);
    assertThat(back.pValue()).isEqualTo(there.pValue());
    Interval interval = there.interval().value();
    if (interval != null) {
      assertInterval(back.interval(), -interval.upper(), -interval.lower(), 1e-9);
    }
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Answers answers(Scale scale, int... given) {
    Answers.Accumulator accumulator = new Answers.Accumulator(scale);
    for (int answer : given) {
      accumulator.add(answer);
    }
    return accumulator.finish();
  }

  private static Answers nps(long promoters, long passives, long detractors) {
    return new Answers(
        Scale.NPS, List.of(0L, 0L, 0L, detractors, 0L, 0L, 0L, passives, 0L, 0L, promoters), 0, 0);
  }

  private static void assertInterval(
      Measure<Interval> interval, double lower, double upper, double tolerance) {
    assertThat(interval.orElseThrow().lower()).isCloseTo(lower, within(tolerance));
    assertThat(interval.orElseThrow().upper()).isCloseTo(upper, within(tolerance));
  }
}
