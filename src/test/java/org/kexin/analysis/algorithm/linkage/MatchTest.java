package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.linkage.FellegiSunterModel.Field;
import org.kexin.analysis.algorithm.linkage.FellegiSunterModel.Level;
import org.kexin.analysis.algorithm.linkage.LinkageField.TermFrequency;

/** Why pairs match: weights field by field, the rarity of values, and random pairs. */
class MatchTest {

  private static final long NO_BOUND = Long.MAX_VALUE;
  private static final double AT_LEAST = .55;

  // Prior odds 1 : 4, so −2 bits; agreement 3 and 2 bits, disagreement −1 and −3.
  private static final FellegiSunterModel MODEL =
      new FellegiSunterModel(
          .2,
          .2,
          List.of(
              new Field("surname", 9, List.of(new Level(.4, .8, -1), new Level(.8, .1, 3))),
              new Field("town", 9, List.of(new Level(.1, .8, -3), new Level(.8, .2, 2)))),
          9,
          1,
          true,
          Measure.of(-1.0),
          List.of());

  private static final TextColumn SURNAMES =
      TextColumn.of(Arrays.asList("Ouyang", "Ouyang", "Wang", "Wang", "Wang", "Wang", null, "Li"));
  private static final TextColumn TOWNS =
      TextColumn.of(Arrays.asList("A", "A", "A", "A", "B", null, "A", "A"));

  @Example
  void theEvidenceOfAMatchSumsToItsWeight() {
    List<Match> matches = matches(LinkageField.of("surname", Comparison.exact(SURNAMES)));
    assertThat(matches)
        .extracting(match -> match.left() + "-" + match.right())
        .containsExactly("0-1", "2-3", "2-5", "3-5", "4-5");
    Match first = matches.getFirst();
    assertThat(first.weight()).isCloseTo(3, within(1e-12));
    assertThat(first.posterior()).isCloseTo(8 / 9.0, within(1e-12));
    assertThat(first.evidence())
        .containsExactly(
            new Match.Evidence("surname", 1, 3, 0), new Match.Evidence("town", 1, 2, 0));
    assertThat(matches.get(2).evidence().getLast())
        .isEqualTo(new Match.Evidence("town", null, 0, 0));
    assertThat(matches.get(2).weight()).isCloseTo(1, within(1e-12));
  }

  @Example
  void aRareValueSaysMoreAndACommonOneLess() {
    TermFrequency frequency = new TermFrequency(SURNAMES, 1, .001);
    List<Match> matches =
        matches(new LinkageField("surname", Comparison.exact(SURNAMES), frequency));
    // Two of seven and four of seven, against u = .1.
    assertThat(matches).extracting(Match::left).containsExactly(0, 2);
    assertThat(matches.getFirst().evidence().getFirst().rarity())
        .isCloseTo(log2(.1 / (2 / 7.0)), within(1e-12));
    assertThat(matches.getFirst().weight()).isCloseTo(3 + log2(.35), within(1e-12));
    assertThat(matches.getLast().weight()).isCloseTo(3 + log2(.175), within(1e-12));

    TermFrequency half = new TermFrequency(SURNAMES, .5, .5);
    Match first = matches(new LinkageField("surname", Comparison.exact(SURNAMES), half)).getFirst();
    assertThat(first.evidence().getFirst().rarity()).isCloseTo(log2(.2) / 2, within(1e-12));
  }

  private static List<Match> matches(LinkageField surname) {
    List<Match> matches = new ArrayList<>();
    long count =
        MODEL.forEachMatch(
            everyPair(SURNAMES.rows()),
            List.of(surname, LinkageField.of("town", Comparison.exact(TOWNS))),
            AT_LEAST,
            matches::add,
            done -> {});
    assertThat(count).isEqualTo(matches.size());
    return matches;
  }

  private static CandidatePairs everyPair(int rows) {
    BlockingKeys keys = new BlockingKeys(List.of("all"));
    for (int row = 0; row < rows; row++) {
      keys.add("x");
    }
    return keys.withinOneTable(NO_BOUND);
  }

  @Example
  void similarValuesThatAreNotTheSameAreNotCalledRare() {
    TextColumn names = TextColumn.of(List.of("Meier", "Meyer"));
    TermFrequency frequency = new TermFrequency(names, 1, .001);
    assertThat(frequency.adjustment(0, 1, .1)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new TermFrequency(names, 2, .1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TermFrequency(names, 1, 0));
    Comparison other = Comparison.exact(TextColumn.of(List.of("a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinkageField("name", other, frequency));
  }

  @Example
  void aModelOfOtherFieldsIsRefused() {
    List<LinkageField> swapped =
        List.of(
            LinkageField.of("town", Comparison.exact(TOWNS)),
            LinkageField.of("surname", Comparison.exact(SURNAMES)));
    CandidatePairs pairs = everyPair(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.forEachMatch(pairs, swapped, .5, match -> {}, done -> {}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.forEachMatch(pairs, swapped, 0, match -> {}, done -> {}));
    assertThatIllegalArgumentException().isThrownBy(() -> MODEL.weight(1));
  }

  @Example
  void aPosteriorIsDefinedForEveryWeight() {
    assertThat(FellegiSunterModel.posterior(0)).isEqualTo(.5);
    assertThat(FellegiSunterModel.posterior(1e9)).isOne();
    assertThat(FellegiSunterModel.posterior(-1e9)).isZero();
    assertThat(MODEL.priorWeight()).isCloseTo(-2, within(1e-12));
  }

  @Example
  void aSampleOfAllPairsIsAllPairsAndASmallerOneIsTheSameEachTime() {
    List<LinkageField> fields = List.of(LinkageField.of("surname", Comparison.exact(SURNAMES)));
    CandidatePairs pairs = everyPair(8);
    PatternCounts all = RandomPairs.compare(pairs, fields, 28, 1);
    // Pairs with the row without a surname; the same surname: 1 + 6.
    assertThat(all.patterns())
        .containsExactly(
            new PatternCounts.Pattern(List.of(-1), 7),
            new PatternCounts.Pattern(List.of(0), 14),
            new PatternCounts.Pattern(List.of(1), 7));
    PatternCounts some = RandomPairs.compare(pairs, fields, 27, 1);
    assertThat(some.pairs()).isEqualTo(27);
    assertThat(RandomPairs.compare(pairs, fields, 27, 1).patterns()).isEqualTo(some.patterns());
    assertThatIllegalArgumentException().isThrownBy(() -> RandomPairs.compare(pairs, fields, 0, 1));
  }

  @Example
  void randomPairsOfTwoTablesAreOfBoth() {
    TextColumn tables = TextColumn.of(List.of("first", "first", "first", "second", "second"));
    BlockingKeys keys = new BlockingKeys(List.of("none"));
    for (int row = 0; row < 5; row++) {
      keys.add((String) null);
    }
    CandidatePairs pairs = keys.betweenTwoTables(3, NO_BOUND);
    List<LinkageField> fields = List.of(LinkageField.of("table", Comparison.exact(tables)));
    for (int sample : new int[] {5, 6}) {
      assertThat(RandomPairs.compare(pairs, fields, sample, 3).patterns())
          .containsExactly(new PatternCounts.Pattern(List.of(0), sample));
    }
  }

  @Property(tries = 100)
  void theOrderOfRowsChangesNeitherTheModelNorTheMatches(
      @ForAll("persons") List<List<@Nullable String>> persons, @ForAll long seed) {
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < persons.size(); row++) {
      order.add(row);
    }
    Linked asGiven = linked(persons, order);
    Collections.shuffle(order, new Random(seed));
    Linked shuffled = linked(persons, order);
    assertThat(shuffled).isEqualTo(asGiven);
  }

  private record Linked(FellegiSunterModel model, Set<Set<Integer>> matches) {}

  /** Links persons in an order; rows of matches are given as they were before it. */
  private static Linked linked(List<List<@Nullable String>> persons, List<Integer> order) {
    BlockingKeys keys = new BlockingKeys(List.of("name", "town"));
    TextColumn.Accumulator names = new TextColumn.Accumulator();
    TextColumn.Accumulator towns = new TextColumn.Accumulator();
    for (int row : order) {
      List<@Nullable String> person = persons.get(row);
      keys.add(person.get(0), person.get(1));
      names.add(person.get(0));
      towns.add(person.get(1));
    }
    TextColumn name = names.finish();
    List<LinkageField> fields =
        List.of(
            new LinkageField(
                "name",
                Comparison.similar(name, StringSimilarity.JARO_WINKLER, .7, 1),
                new TermFrequency(name, 1, .01)),
            LinkageField.of("town", Comparison.exact(towns.finish())));
    CandidatePairs pairs = keys.withinOneTable(NO_BOUND);
    FellegiSunterModel model =
        FellegiSunter.fit(
            PatternCounts.of(pairs, fields, done -> {}),
            EmParameters.defaults(new MatchShare.Estimated(.1, .1)));
    Set<Set<Integer>> matches = new HashSet<>();
    model.forEachMatch(
        pairs,
        fields,
        .5,
        match -> matches.add(Set.of(order.get(match.left()), order.get(match.right()))),
        done -> {});
    return new Linked(model, matches);
  }

  @Provide
  Arbitrary<List<List<@Nullable String>>> persons() {
    Arbitrary<@Nullable String> text =
        Arbitraries.of("meier", "meyer", "maier", "wang", "ang").injectNull(.2);
    return text.list().ofSize(2).list().ofMaxSize(15);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
