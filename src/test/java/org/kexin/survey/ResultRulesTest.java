package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kexin.survey.SurveyResults.AnswerCount;
import org.kexin.survey.SurveyResults.ClassCount;
import org.kexin.survey.SurveyResults.QuestionResult;

/** Figures of answers, with numbers that were worked out by hand. */
class ResultRulesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @Test
  void seventyPromotersAndTwentyDetractorsOfAHundredAreAnNpsOfFifty() {
    QuestionResult result =
        ResultRules.figures(
            Questions.of(QuestionType.NPS),
            100,
            Map.of(9, 30L, 10, 40L, 7, 4L, 8, 6L, 0, 5L, 6, 15L),
            Map.of());

    assertThat(result.nps()).isEqualTo(50.0);
    assertThat(result.npsClasses())
        .containsExactly(
            new ClassCount(NpsClass.PROMOTER, 70),
            new ClassCount(NpsClass.PASSIVE, 10),
            new ClassCount(NpsClass.DETRACTOR, 20));
    assertThat(result.counts())
        .hasSize(11)
        .contains(new AnswerCount(9, null, 30), new AnswerCount(1, null, 0));
    assertThat(result.csat()).isNull();
  }

  @Test
  void csatIsTheShareOfFoursAndFivesAndCesTheMean() {
    assertThat(
            ResultRules.figures(
                    Questions.of(QuestionType.CSAT),
                    8,
                    Map.of(1, 1L, 3, 1L, 4, 2L, 5, 4L),
                    Map.of())
                .csat())
        .isEqualTo(75.0);
    assertThat(
            ResultRules.figures(
                    Questions.of(QuestionType.CES), 4, Map.of(1, 1L, 5, 1L, 7, 2L), Map.of())
                .ces())
        .isEqualTo(5.0);
    assertThat(
            ResultRules.figures(
                    Questions.of(QuestionType.SCALE), 3, Map.of(-3, 1L, 0, 1L, 1, 1L), Map.of())
                .mean())
        .isEqualTo(-2.0 / 3);
  }

  @Test
  void optionsAreCountedAlsoWhereNobodyPickedThem() {
    assertThat(
            ResultRules.figures(
                    Questions.of(QuestionType.MULTIPLE), 3, Map.of(), Map.of("a", 3L, "c", 1L))
                .counts())
        .containsExactly(
            new AnswerCount(null, "a", 3),
            new AnswerCount(null, "b", 0),
            new AnswerCount(null, "c", 1));
  }

  @Test
  void withoutAnswersThereIsNoFigure() {
    for (QuestionType type : QuestionType.values()) {
      QuestionResult result = ResultRules.figures(Questions.of(type), 0, Map.of(), Map.of());

      assertThat(result.answered()).isZero();
      assertThat(result.nps()).isNull();
      assertThat(result.csat()).isNull();
      assertThat(result.ces()).isNull();
      assertThat(result.mean()).isNull();
    }
  }

  @Test
  void onlyTheScaleOfRecommendationHasPromoters() {
    Scale scale = new Scale(0, 10);
    assertThat(List.of(0, 6, 7, 8, 9, 10).stream().map(it -> NpsClass.of(new Score(scale, it))))
        .containsExactly(
            NpsClass.DETRACTOR,
            NpsClass.DETRACTOR,
            NpsClass.PASSIVE,
            NpsClass.PASSIVE,
            NpsClass.PROMOTER,
            NpsClass.PROMOTER);
    assertThatThrownBy(() -> NpsClass.of(new Score(new Scale(1, 5), 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void daysAreToldInBlocksOfEnoughResponses() {
    assertThat(ResultRules.lastWholeBlock(days(9), 10)).isNull();
    assertThat(ResultRules.lastWholeBlock(days(9, 1), 10)).isEqualTo(FIRST.plusDays(1));
    assertThat(ResultRules.lastWholeBlock(days(9, 1, 9), 10)).isEqualTo(FIRST.plusDays(1));
    assertThat(ResultRules.lastWholeBlock(days(9, 5, 9, 1, 30), 10)).isEqualTo(FIRST.plusDays(4));
  }

  /** Asked on any two days, the results differ by none or by at least k responses. */
  @Property
  void noTwoResultsDifferByFew(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 12) Integer> perDay,
      @ForAll @IntRange(min = 1, max = 10) int k) {
    int[] counts = perDay.stream().mapToInt(Integer::intValue).toArray();
    long told = 0;
    for (int days = 1; days <= counts.length; days++) {
      SortedMap<LocalDate, Long> over = days(Arrays.copyOf(counts, days));
      LocalDate last = ResultRules.lastWholeBlock(over, k);
      long now =
          last == null
              ? 0
              : over.headMap(last.plusDays(1)).values().stream().mapToLong(Long::longValue).sum();
      assertThat(now - told)
          .satisfiesAnyOf(
              difference -> assertThat(difference).isZero(),
              difference -> assertThat(difference).isGreaterThanOrEqualTo(k));
      told = now;
    }
  }

  private static SortedMap<LocalDate, Long> days(int... counts) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    for (int count : counts) {
      days.put(FIRST.plusDays(days.size()), (long) count);
    }
    return days;
  }
}
