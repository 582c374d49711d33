package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.kexin.analysis.algorithm.linkage.PatternCounts.FieldLevels;

/**
 * Section B11, Fellegi and Sunter with EM: the vectors of a test of the Python package splink,
 * drawn from known parameters, and the gate on FEBRL 1 and 4, whose truth is known.
 */
class FellegiSunterTest {

  private static final long NO_BOUND = Long.MAX_VALUE;
  private static final double WITHIN_SPLINK = .01;
  private static final double GATE = .98;

  @Example
  void splinksVectorsGiveTheParametersTheyWereDrawnFrom() {
    ExamplePersons vectors = ExamplePersons.read("splink_known_params_comparison_vectors.csv");
    PatternCounts.Accumulator accumulator =
        new PatternCounts.Accumulator(
            List.of(
                new FieldLevels("col_1", 2),
                new FieldLevels("col_2", 2),
                new FieldLevels("col_3", 2)));
    for (int row = 0; row < vectors.size(); row++) {
      accumulator.add(
          Integer.parseInt(String.valueOf(vectors.value(row, "gamma_col_1"))),
          Integer.parseInt(String.valueOf(vectors.value(row, "gamma_col_2"))),
          Integer.parseInt(String.valueOf(vectors.value(row, "gamma_col_3"))));
    }
    FellegiSunterModel model =
        FellegiSunter.fit(
            accumulator.finish(), EmParameters.defaults(new MatchShare.Estimated(.1, null)));

    assertThat(model.pairs()).isEqualTo(4_000);
    assertThat(model.converged()).isTrue();
    assertThat(model.warnings()).isEmpty();
    assertThat(model.share()).isCloseTo(.5, within(WITHIN_SPLINK));
    assertProbabilities(model, 0, .7, .1);
    assertProbabilities(model, 1, .9, .025);
    assertProbabilities(model, 2, .95, .2);
  }

  private static void assertProbabilities(FellegiSunterModel model, int field, double m, double u) {
    FellegiSunterModel.Level agreement = model.fields().get(field).levels().getLast();
    assertThat(agreement.m()).isCloseTo(m, within(WITHIN_SPLINK));
    assertThat(agreement.u()).isCloseTo(u, within(WITHIN_SPLINK));
    assertThat(agreement.weight())
        .isCloseTo(Math.log(agreement.m() / agreement.u()) / Math.log(2), within(1e-12));
  }

  @Example
  void febrl1PassesTheGate() {
    ExamplePersons persons = ExamplePersons.read("febrl_dataset1.csv");
    CandidatePairs pairs = keys(persons).withinOneTable(NO_BOUND);
    assertThat(BlockingQuality.of(pairs, persons.febrlEntity()).truePairs()).isEqualTo(500);
    LinkageQuality estimated = quality(persons, pairs, together());
    assertThat(estimated.truePositives()).isEqualTo(499);
    assertThat(estimated.falsePositives()).isZero();
    assertThat(estimated.f1().orElseThrow()).isGreaterThanOrEqualTo(GATE);

    LinkageQuality byChance = quality(persons, pairs, chanceFromRandomPairs(persons, pairs));
    assertThat(byChance.truePositives()).isEqualTo(500);
    assertThat(byChance.falsePositives()).isEqualTo(4);
    assertThat(byChance.f1().orElseThrow()).isGreaterThanOrEqualTo(GATE);
  }

  @Example
  void febrl4PassesTheGate() {
    ExamplePersons persons = ExamplePersons.read("febrl_dataset4a.csv", "febrl_dataset4b.csv");
    CandidatePairs pairs = keys(persons).betweenTwoTables(5_000, NO_BOUND);
    BlockingQuality blocking = BlockingQuality.of(pairs, persons.febrlEntity());
    assertThat(blocking.truePairs()).isEqualTo(5_000);
    assertThat(blocking.pairCompleteness().orElseThrow()).isOne();
    LinkageQuality estimated = quality(persons, pairs, together());
    assertThat(estimated.truePositives()).isEqualTo(4_990);
    assertThat(estimated.falsePositives()).isEqualTo(1);
    assertThat(estimated.f1().orElseThrow()).isGreaterThanOrEqualTo(GATE);

    LinkageQuality byChance = quality(persons, pairs, chanceFromRandomPairs(persons, pairs));
    assertThat(byChance.truePositives()).isEqualTo(5_000);
    assertThat(byChance.falsePositives()).isEqualTo(33);
    assertThat(byChance.f1().orElseThrow()).isGreaterThanOrEqualTo(GATE);
  }

  private static EmParameters together() {
    return EmParameters.defaults(new MatchShare.Estimated(.1, null));
  }

  private static EmParameters chanceFromRandomPairs(ExamplePersons persons, CandidatePairs pairs) {
    return together().withChanceFrom(RandomPairs.compare(pairs, fields(persons), 200_000, 7));
  }

  private static LinkageQuality quality(
      ExamplePersons persons, CandidatePairs pairs, EmParameters parameters) {
    List<LinkageField> fields = fields(persons);
    PatternCounts patterns = PatternCounts.of(pairs, fields, done -> {});
    FellegiSunterModel model = FellegiSunter.fit(patterns, parameters);
    assertThat(model.converged()).isTrue();
    assertThat(model.warnings()).isEmpty();
    TextColumn truth = persons.febrlEntity();
    List<Match> matches = new ArrayList<>();
    long matched = model.forEachMatch(pairs, fields, .5, matches::add, done -> {});
    assertThat(matches).hasSize((int) matched);
    long right = matches.stream().filter(match -> truth.same(match.left(), match.right())).count();
    long all = BlockingQuality.of(pairs, truth).truePairs();
    return LinkageQuality.of(right, matched - right, all - right);
  }

  private static BlockingKeys keys(ExamplePersons persons) {
    return persons.keys(
        "given_name", "surname", "date_of_birth", "soc_sec_id", "postcode+state", "address_1");
  }

  /** The binary comparisons of the gate. */
  private static List<LinkageField> fields(ExamplePersons persons) {
    return List.of(
        similar(persons, "given_name", StringSimilarity.JARO_WINKLER),
        similar(persons, "surname", StringSimilarity.JARO_WINKLER),
        exact(persons, "date_of_birth"),
        similar(persons, "address_1", StringSimilarity.LEVENSHTEIN),
        similar(persons, "suburb", StringSimilarity.LEVENSHTEIN),
        exact(persons, "postcode"),
        exact(persons, "soc_sec_id"));
  }

  private static LinkageField similar(
      ExamplePersons persons, String name, StringSimilarity similarity) {
    return LinkageField.of(name, Comparison.similar(persons.column(name), similarity, .85));
  }

  private static LinkageField exact(ExamplePersons persons, String name) {
    return LinkageField.of(name, Comparison.exact(persons.column(name)));
  }
}
