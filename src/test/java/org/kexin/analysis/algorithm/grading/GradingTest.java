package org.kexin.analysis.algorithm.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Grades by hand, and terms that are mistaken. */
class GradingTest {

  /** Revenue earns 50 points from 1,000 and 100 from 5,000; orders earn 100 from 10. */
  private static final List<GradingTerms.Weight> WEIGHTS =
      List.of(
          new GradingTerms.Weight(
              GradingFact.REVENUE, 3, List.of(band("1000", 50), band("5000", 100))),
          new GradingTerms.Weight(GradingFact.ORDERS, 1, List.of(band("10", 100))));

  private static GradingTerms.Band band(String from, int points) {
    return new GradingTerms.Band(new BigDecimal(from), points);
  }

  private static GradingTerms.Requirement grade(
      Grade grade, int minimum, GradingTerms.Condition... conditions) {
    return new GradingTerms.Requirement(grade, minimum, List.of(conditions));
  }

  private static GradingTerms.Condition atLeast(GradingFact fact, String value) {
    return new GradingTerms.Condition(fact, new BigDecimal(value));
  }

  private static Map<GradingFact, BigDecimal> facts(String revenue, String orders) {
    return Map.of(
        GradingFact.REVENUE, new BigDecimal(revenue), GradingFact.ORDERS, new BigDecimal(orders));
  }

  @Test
  void theScoreIsTheWeightedMeanOfThePoints() {
    GradingTerms terms = new GradingTerms(WEIGHTS, List.of(grade(Grade.VIP, 60)));
    // (3 · 50 + 1 · 100) / 4
    Grading graded = Grading.of(terms, facts("1000", "10"));
    assertThat(graded.score()).isEqualTo(62.5);
    assertThat(graded.grade()).isEqualTo(Grade.VIP);
    assertThat(Grading.of(terms, facts("999.99", "10")).grade()).isEqualTo(Grade.ORDINARY);
  }

  @Test
  void aMinimumThatIsJustReachedIsMet() {
    GradingTerms terms = new GradingTerms(WEIGHTS, List.of(grade(Grade.VIP, 75)));
    // 3 · 100 / 4
    assertThat(Grading.of(terms, facts("5000", "9")).grade()).isEqualTo(Grade.VIP);
  }

  @Test
  void theBestGradeThatIsMetWholeIsGivenWithWhatWasMissedAbove() {
    GradingTerms terms =
        new GradingTerms(
            WEIGHTS,
            List.of(
                grade(Grade.SUPREME, 75, atLeast(GradingFact.ORDERS, "20")), grade(Grade.VIP, 75)));
    Grading graded = Grading.of(terms, facts("6000", "12"));
    assertThat(graded.grade()).isEqualTo(Grade.VIP);
    assertThat(graded.judged())
        .extracting(Grading.Judged::grade)
        .containsExactly(Grade.SUPREME, Grade.VIP);
    assertThat(graded.judged().getFirst().scoreMet()).isTrue();
    assertThat(graded.judged().getFirst().conditions().getFirst().met()).isFalse();
  }

  @Test
  void whatIsNotKnownMeetsNothing() {
    GradingTerms terms =
        new GradingTerms(
            List.of(), List.of(grade(Grade.VIP, 0, atLeast(GradingFact.RECENCY_SCORE, "1"))));
    assertThat(Grading.of(terms, facts("1000", "1")).grade()).isEqualTo(Grade.ORDINARY);
  }

  @Test
  void soundTermsHaveNoDefect() {
    assertThat(
            TermsCheck.of(
                new GradingTerms(
                    WEIGHTS,
                    List.of(
                        grade(Grade.SUPREME, 75, atLeast(GradingFact.ORDERS, "20")),
                        grade(Grade.VIP, 60)))))
        .isEmpty();
  }

  @Test
  void aGradeAboveEveryScoreOrBehindABetterOneCannotBeReached() {
    assertThat(
            TermsCheck.of(
                new GradingTerms(
                    List.of(
                        new GradingTerms.Weight(GradingFact.REVENUE, 1, List.of(band("1000", 50)))),
                    List.of(grade(Grade.VIP, 51)))))
        .containsExactly(new TermsCheck.Finding(TermsCheck.Defect.UNREACHABLE, Grade.VIP, null));
    assertThat(
            TermsCheck.of(
                new GradingTerms(
                    WEIGHTS, List.of(grade(Grade.VIP, 50), grade(Grade.ADVANCED, 60)))))
        .containsExactly(
            new TermsCheck.Finding(TermsCheck.Defect.UNREACHABLE, Grade.ADVANCED, null));
    assertThat(
            TermsCheck.of(
                new GradingTerms(
                    List.of(),
                    List.of(grade(Grade.VIP, 0, atLeast(GradingFact.MONETARY_SCORE, "6"))))))
        .containsExactly(new TermsCheck.Finding(TermsCheck.Defect.UNREACHABLE, Grade.VIP, null));
    assertThat(TermsCheck.of(new GradingTerms(WEIGHTS, List.of(grade(Grade.VIP, 0)))))
        .containsExactly(
            new TermsCheck.Finding(TermsCheck.Defect.UNREACHABLE, Grade.ORDINARY, null));
  }

  @Test
  void aConditionThatTheScoreImpliesIsShadowed() {
    // A score of 75 takes the revenue of 5,000 or the points of revenue and orders together.
    assertThat(
            TermsCheck.of(
                new GradingTerms(
                    WEIGHTS, List.of(grade(Grade.VIP, 75, atLeast(GradingFact.REVENUE, "1000"))))))
        .containsExactly(
            new TermsCheck.Finding(TermsCheck.Defect.SHADOWED, Grade.VIP, GradingFact.REVENUE));
    assertThat(
            TermsCheck.of(
                new GradingTerms(
                    WEIGHTS, List.of(grade(Grade.VIP, 75, atLeast(GradingFact.REVENUE, "5000"))))))
        .containsExactly(
            new TermsCheck.Finding(TermsCheck.Defect.SCORE_SHADOWED, Grade.VIP, null),
            new TermsCheck.Finding(TermsCheck.Defect.SHADOWED, Grade.VIP, GradingFact.REVENUE));
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(
            () -> new GradingTerms(WEIGHTS, List.of(grade(Grade.VIP, 1), grade(Grade.SUPREME, 2))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new GradingTerms.Weight(
                    GradingFact.ORDERS, 1, List.of(band("10", 1), band("10", 2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** 60 of 100, 48 of 100 and 47 of 100: four fifths of 0.6 are 0.48. */
  @Test
  void belowFourFifthsOfTheBestShareIsAdverse() {
    FourFifths found =
        FourFifths.of(
            List.of(
                new FourFifths.Group("A", 100, 60),
                new FourFifths.Group("B", 100, 48),
                new FourFifths.Group("C", 100, 47),
                new FourFifths.Group("D", 9, 0)),
            10);
    assertThat(found.reference()).isEqualTo("A");
    assertThat(found.rows())
        .extracting(FourFifths.Row::adverse)
        .containsExactly(false, false, true, false);
    assertThat(found.rows().get(3).ratio()).isNull();
  }

  @Test
  void whereNobodyIsGradedNothingIsCompared() {
    FourFifths found = FourFifths.of(List.of(new FourFifths.Group("A", 20, 0)), 10);
    assertThat(found.rows().getFirst().share()).isZero();
    assertThat(found.rows().getFirst().ratio()).isNull();
  }

  @Property(tries = 200)
  void moreIsNeverWorseWherePointsAscend(
      @ForAll("facts") Map<GradingFact, BigDecimal> some, @ForAll GradingFact more) {
    GradingTerms terms =
        new GradingTerms(
            WEIGHTS,
            List.of(
                grade(Grade.SUPREME, 75, atLeast(GradingFact.MONETARY_SCORE, "4")),
                grade(Grade.VIP, 50, atLeast(GradingFact.RECENCY_SCORE, "2")),
                grade(Grade.ADVANCED, 25)));
    Map<GradingFact, BigDecimal> better = new EnumMap<>(some);
    better.merge(more, BigDecimal.ONE, BigDecimal::add);
    assertThat(Grading.of(terms, better).grade())
        .isGreaterThanOrEqualTo(Grading.of(terms, some).grade());
  }

  @Provide
  Arbitrary<Map<GradingFact, BigDecimal>> facts() {
    List<Arbitrary<Integer>> values = new ArrayList<>();
    for (GradingFact fact : GradingFact.values()) {
      values.add(
          fact.canReach(BigDecimal.TEN)
              ? Arbitraries.integers().between(0, 8_000)
              : Arbitraries.integers().between(1, 5));
    }
    return Combinators.combine(values)
        .as(
            all -> {
              Map<GradingFact, BigDecimal> facts = new EnumMap<>(GradingFact.class);
              Iterator<Integer> value = all.iterator();
              for (GradingFact fact : GradingFact.values()) {
                facts.put(fact, BigDecimal.valueOf(value.next()));
              }
              return facts;
            });
  }
}
