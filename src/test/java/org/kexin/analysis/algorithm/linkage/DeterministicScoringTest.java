package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.linkage.DeterministicScoring.RuleMatch;
import org.kexin.analysis.algorithm.linkage.DeterministicScoring.ScoredField;
import org.kexin.analysis.algorithm.linkage.DeterministicScoring.Scores;

/**
 * Section B11, deterministic: the numbers of the guide of the Python package recordlinkage on FEBRL
 * 4, and edge cases.
 */
class DeterministicScoringTest {

  @Example
  void febrl4GivesTheScoresOfTheGuide() {
    ExamplePersons persons = ExamplePersons.read("febrl_dataset4a.csv", "febrl_dataset4b.csv");
    CandidatePairs pairs = persons.keys("given_name").betweenTwoTables(5_000, Long.MAX_VALUE);
    DeterministicScoring rule =
        new DeterministicScoring(
            List.of(
                exact(persons, "given_name"),
                ScoredField.of(
                    "surname",
                    Comparison.similar(
                        persons.column("surname"), StringSimilarity.JARO_WINKLER, .85)),
                exact(persons, "date_of_birth"),
                exact(persons, "suburb"),
                exact(persons, "state"),
                ScoredField.of(
                    "address_1",
                    Comparison.similar(
                        persons.column("address_1"), StringSimilarity.LEVENSHTEIN, .85))),
            3);
    TextColumn truth = persons.febrlEntity();
    List<RuleMatch> matches = new ArrayList<>();
    Scores scores = rule.score(pairs, matches::add, done -> {});

    assertThat(scores.pairs()).isEqualTo(77_249);
    assertThat(scores.pairsByScore())
        .containsExactly(
            entry(6, 1_566L),
            entry(5, 1_332L),
            entry(4, 343L),
            entry(3, 146L),
            entry(2, 16_427L),
            entry(1, 57_435L));
    assertThat(scores.matches()).isEqualTo(3_241);
    assertThat(matches).hasSize(3_241).allMatch(match -> truth.same(match.left(), match.right()));

    BlockingQuality blocking = BlockingQuality.of(pairs, truth);
    assertThat(blocking.truePairs()).isEqualTo(5_000);
    LinkageQuality quality = LinkageQuality.of(3_241, 0, 5_000 - 3_241);
    assertThat(quality.recall().orElseThrow()).isCloseTo(.6482, within(1e-15));
    assertThat(quality.precision().orElseThrow()).isOne();
    assertThat(quality.f1().orElseThrow()).isCloseTo(2 * .6482 / 1.6482, within(1e-15));
  }

  private static ScoredField exact(ExamplePersons persons, String name) {
    return ScoredField.of(name, Comparison.exact(persons.column(name)));
  }

  @Example
  void aMatchSaysWhichFieldGaveItsPointsAndAMissingValueGivesNone() {
    CandidatePairs pairs =
        new BlockingKeys(List.of("all")).add("x").add("x").add("x").withinOneTable(9);
    TextColumn names = TextColumn.of(Arrays.asList("Li", "Li ", null));
    TextColumn towns = TextColumn.of(List.of("Beijing", "Beijin", "Shanghai"));
    DeterministicScoring rule =
        new DeterministicScoring(
            List.of(
                ScoredField.of("name", Comparison.exact(names)),
                new ScoredField(
                    "town",
                    Comparison.similar(towns, StringSimilarity.LEVENSHTEIN, .8, 1),
                    List.of(0, 3, 5))),
            0);
    List<RuleMatch> matches = new ArrayList<>();
    Scores scores = rule.score(pairs, matches::add, done -> {});
    assertThat(matches).containsExactly(new RuleMatch(0, 1, 4, List.of(1, 3)));
    assertThat(scores.pairsByScore()).containsExactly(entry(4, 1L), entry(0, 2L));
  }

  @Example
  void noPairsHaveNoScores() {
    CandidatePairs none = new BlockingKeys(List.of("all")).withinOneTable(1);
    DeterministicScoring rule =
        new DeterministicScoring(
            List.of(ScoredField.of("a", Comparison.exact(TextColumn.of(List.of())))), 0);
    Scores scores = rule.score(none, match -> {}, done -> {});
    assertThat(scores.pairs()).isZero();
    assertThat(scores.pairsByScore()).isEmpty();
    assertThat(LinkageQuality.of(0, 0, 0).f1())
        .isEqualTo(Measure.missing(LinkageQuality.NO_MATCHES));
    assertThat(LinkageQuality.of(0, 0, 0).recall())
        .isEqualTo(Measure.missing(BlockingQuality.NO_TRUE_PAIRS));
    assertThat(LinkageQuality.of(0, 0, 5).f1().orElseThrow()).isZero();
  }

  @Example
  void illegalParametersAreRefused() {
    TextColumn column = TextColumn.of(List.of("x"));
    Comparison exact = Comparison.exact(column);
    assertThatIllegalArgumentException().isThrownBy(() -> new ScoredField("a", exact, List.of(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoredField("a", exact, List.of(2, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new DeterministicScoring(List.of(), 0));
    ScoredField field = ScoredField.of("a", exact);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeterministicScoring(List.of(field, field), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.similar(column, StringSimilarity.JARO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.similar(column, StringSimilarity.JARO, .8, .8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.similar(column, StringSimilarity.JARO, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> LinkageQuality.of(-1, 0, 0));
    CandidatePairs ofNone = new BlockingKeys(List.of("all")).withinOneTable(1);
    DeterministicScoring rule = new DeterministicScoring(List.of(field), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.score(ofNone, match -> {}, done -> {}));
  }
}
