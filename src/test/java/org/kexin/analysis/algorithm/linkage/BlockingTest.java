package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;

/**
 * Section B11, blocking: the counts of the vignette of the R package RecordLinkage on its data set
 * RLdata500, and the definition on small tables.
 */
class BlockingTest {

  private static final long NO_BOUND = Long.MAX_VALUE;

  @Example
  void rlData500GivesThePairsOfTheVignette() {
    ExamplePersons persons = ExamplePersons.read("RLdata500.csv");
    CandidatePairs pairs = persons.keys("by+bm", "bm+bd", "by+bd").withinOneTable(NO_BOUND);
    BlockingQuality quality = BlockingQuality.of(pairs, persons.column("identity"));

    assertThat(quality.candidates()).isEqualTo(571);
    assertThat(quality.trueCandidates()).isEqualTo(49);
    assertThat(quality.candidates() - quality.trueCandidates()).isEqualTo(522);
    assertThat(quality.truePairs()).isEqualTo(50);
    assertThat(quality.possible()).isEqualTo(500 * 499 / 2);
    assertThat(quality.pairCompleteness().orElseThrow()).isEqualTo(.98);
    assertThat(quality.reductionRatio().orElseThrow()).isCloseTo(1 - 571 / 124750.0, within(1e-15));
    assertThat(quality.pairQuality().orElseThrow()).isCloseTo(49 / 571.0, within(1e-15));
  }

  @Example
  void aMissingKeyNeverBlocks() {
    BlockingKeys keys = new BlockingKeys(List.of("a", "b"));
    keys.add(null, null).add(null, "").add("  ", null).add("x", null).add("x", " ");
    CandidatePairs pairs = keys.withinOneTable(NO_BOUND);
    assertThat(collected(pairs)).containsExactly("3-4");
    assertThat(pairs.keys())
        .extracting(KeySummary::rowsWithoutKey, KeySummary::blocks, KeySummary::pairs)
        .containsExactly(tuple(3, 1, 1L), tuple(5, 0, 0L));
    assertThat(pairs.keys().getLast().largest()).isNull();
  }

  @Example
  void aKeyOfSeveralPartsNeedsAllOfThem() {
    assertThat(BlockingKeys.of("1980", "05")).isEqualTo(BlockingKeys.of(" 1980", "05 "));
    assertThat(BlockingKeys.of("198", "005")).isNotEqualTo(BlockingKeys.of("1980", "05"));
    assertThat(BlockingKeys.of("1980", null)).isNull();
    assertThat(BlockingKeys.of("1980", "\t")).isNull();
  }

  @Example
  void twoTablesAreComparedWithEachOtherOnly() {
    BlockingKeys keys = new BlockingKeys(List.of("a"));
    keys.add("x").add("x").add("y").add("x").add("y").add("y");
    assertThat(collected(keys.betweenTwoTables(3, NO_BOUND)))
        .containsExactly("0-3", "1-3", "2-4", "2-5");
    assertThat(keys.betweenTwoTables(3, NO_BOUND).possiblePairs()).isEqualTo(9);
    assertThat(collected(keys.betweenTwoTables(0, NO_BOUND))).isEmpty();
    assertThat(collected(keys.betweenTwoTables(6, NO_BOUND))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> keys.betweenTwoTables(7, NO_BOUND));
  }

  @Example
  void aBlockWithTooManyPairsIsLeftOutAndSaid() {
    BlockingKeys keys = new BlockingKeys(List.of("city", "phone"));
    for (int row = 0; row < 100; row++) {
      keys.add("everywhere", row < 2 ? "1" : null);
    }
    CandidatePairs all = keys.withinOneTable(4_950);
    assertThat(collected(all)).hasSize(4_950);
    assertThat(all.keys().getFirst().blocksLeftOut()).isZero();

    CandidatePairs bounded = keys.withinOneTable(4_949);
    assertThat(collected(bounded)).containsExactly("0-1");
    KeySummary city = bounded.keys().getFirst();
    assertThat(city.blocksLeftOut()).isEqualTo(1);
    assertThat(city.pairsLeftOut()).isEqualTo(4_950);
    assertThat(city.pairs()).isZero();
    assertThat(city.largest()).isEqualTo(new KeySummary.Block(0, 100, 4_950));
    assertThat(bounded.mostPairsOfBlock()).isEqualTo(4_949);
  }

  @Example
  void noRowsAndOneRowGiveNoPairs() {
    BlockingKeys keys = new BlockingKeys(List.of("a"));
    CandidatePairs none = keys.withinOneTable(NO_BOUND);
    assertThat(none.forEach((left, right) -> {})).isZero();
    BlockingQuality quality = BlockingQuality.of(none, TextColumn.of(List.of()));
    assertThat(quality.pairCompleteness())
        .isEqualTo(Measure.missing(BlockingQuality.NO_TRUE_PAIRS));
    assertThat(quality.reductionRatio()).isEqualTo(Measure.missing(BlockingQuality.NO_PAIRS));
    assertThat(quality.pairQuality()).isEqualTo(Measure.missing(BlockingQuality.NO_PAIRS));

    keys.add("x");
    assertThat(collected(keys.withinOneTable(NO_BOUND))).isEmpty();
  }

  @Example
  void illegalParametersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BlockingKeys(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BlockingKeys(Collections.nCopies(17, "a")));
    BlockingKeys keys = new BlockingKeys(List.of("a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> keys.add("x"));
    assertThatIllegalArgumentException().isThrownBy(() -> keys.withinOneTable(0));
    CandidatePairs pairs = keys.withinOneTable(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlockingQuality.of(pairs, TextColumn.of(List.of("x"))));
  }

  @Example
  void anInterruptedThreadStops() {
    BlockingKeys keys = new BlockingKeys(List.of("a"));
    for (int row = 0; row < 1_000; row++) {
      keys.add("x");
    }
    CandidatePairs pairs = keys.withinOneTable(NO_BOUND);
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> pairs.forEach((left, right) -> {}));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Example
  void progressRisesToOne() {
    BlockingKeys keys = new BlockingKeys(List.of("a"));
    for (int row = 0; row < 1_000; row++) {
      keys.add("x");
    }
    List<Double> told = new ArrayList<>();
    keys.withinOneTable(NO_BOUND).forEach((left, right) -> {}, told::add);
    assertThat(told).hasSize(8).isSorted().endsWith(1.0);
    assertThat(told.getFirst()).isBetween(.13, .14);
  }

  @Property(tries = 200)
  void thePairsAreThoseThatShareAKeyEachOnceWhateverTheOrderOfRows(
      @ForAll("tables") List<List<@Nullable String>> table,
      @ForAll @IntRange(min = 0, max = 12) int firstRows,
      @ForAll long seed) {
    int first = Math.min(firstRows, table.size());
    Set<String> within = new TreeSet<>();
    Set<String> between = new TreeSet<>();
    for (int i = 0; i < table.size(); i++) {
      for (int j = i + 1; j < table.size(); j++) {
        if (shareAKey(table.get(i), table.get(j))) {
          within.add(i + "-" + j);
          if (i < first && j >= first) {
            between.add(i + "-" + j);
          }
        }
      }
    }
    BlockingKeys keys = keysOf(table);
    assertThat(collected(keys.withinOneTable(NO_BOUND)))
        .containsExactlyInAnyOrderElementsOf(within);
    assertThat(collected(keys.betweenTwoTables(first, NO_BOUND)))
        .containsExactlyInAnyOrderElementsOf(between);

    List<List<@Nullable String>> shuffled = new ArrayList<>(table);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(collected(keysOf(shuffled).withinOneTable(NO_BOUND))).hasSameSizeAs(within);
  }

  private static boolean shareAKey(List<@Nullable String> one, List<@Nullable String> other) {
    for (int k = 0; k < one.size(); k++) {
      if (one.get(k) != null && Objects.equals(one.get(k), other.get(k))) {
        return true;
      }
    }
    return false;
  }

  private static BlockingKeys keysOf(List<List<@Nullable String>> table) {
    BlockingKeys keys = new BlockingKeys(List.of("a", "b", "c"));
    for (List<@Nullable String> row : table) {
      keys.add(row.get(0), row.get(1), row.get(2));
    }
    return keys;
  }

  private static List<String> collected(CandidatePairs pairs) {
    List<String> collected = new ArrayList<>();
    long given = pairs.forEach((left, right) -> collected.add(left + "-" + right));
    assertThat(given).isEqualTo(collected.size());
    return collected;
  }

  @Provide
  Arbitrary<List<List<@Nullable String>>> tables() {
    Arbitrary<@Nullable String> key = Arbitraries.of("x", "y", "z").injectNull(.3);
    return key.list().ofSize(3).list().ofMaxSize(12);
  }
}
