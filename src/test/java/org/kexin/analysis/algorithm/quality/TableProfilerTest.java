package org.kexin.analysis.algorithm.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.TextHash;
import org.kexin.analysis.algorithm.TextHash.Lane;
import org.kexin.analysis.algorithm.quality.QualityRules.Dates;
import org.kexin.analysis.algorithm.quality.QualityRules.Document;
import org.kexin.analysis.algorithm.quality.QualityRules.Domain;
import org.kexin.analysis.algorithm.quality.QualityRules.Validity;

/** Section B10 on small tables: blanks, repeats, rules, unreadable values, bounds. */
class TableProfilerTest {

  @Example
  void blankIsMissingAndTheRestIsCountedAsWritten() {
    TableProfiler profiler = new TableProfiler(List.of("name"), QualityRules.none());
    profiler.add("Li");
    profiler.add("Li ");
    profiler.add("");
    profiler.add(" \t");
    profiler.add("\u3000");
    profiler.add((String) null);
    profiler.add("Li");
    TableProfile.Column name = profiler.finish().columns().getFirst();
    assertThat(name.missing()).isEqualTo(4);
    assertThat(name.completeness().orElseThrow()).isCloseTo(3 / 7.0, within(1e-15));
    assertThat(name.distinct()).isEqualTo(new Distinct(2, true, 0));
  }

  @Example
  void repeatedRowsAreThoseBeyondTheFirst() {
    TableProfiler profiler = new TableProfiler(List.of("a", "b"), QualityRules.none());
    profiler.add("1", null);
    profiler.add("1", "");
    profiler.add(null, "1");
    profiler.add("1", null);
    profiler.add("11", "2");
    profiler.add("1", "12");
    TableProfile profile = profiler.finish();
    assertThat(profile.duplicates().orElseThrow()).isEqualTo(2);
    assertThat(profile.duplicateShare().orElseThrow()).isCloseTo(2 / 6.0, within(1e-15));
  }

  @Example
  void aTableWithoutRowsHasNoShares() {
    QualityRules rules =
        QualityRules.of(
            List.of(), List.of(), List.of(), List.of(new Dates("a", DateTimeFormatter.ISO_DATE)));
    TableProfile profile = new TableProfiler(List.of("a"), rules).finish();
    assertThat(profile.rows()).isZero();
    assertThat(profile.duplicates().orElseThrow()).isZero();
    assertThat(profile.duplicateShare()).isEqualTo(Measure.missing(TableProfile.NO_ROWS));
    assertThat(profile.columns().getFirst().completeness())
        .isEqualTo(Measure.missing(TableProfile.NO_ROWS));
    assertThat(profile.dates()).containsExactly(new TableProfile.DateRange("a", null, null, 0));
    assertThat(new TableProfiler(List.of(), QualityRules.none()).finish().columns()).isEmpty();
  }

  @Example
  void raggedRowsLackValuesOrHaveTooMany() {
    TableProfiler profiler = new TableProfiler(List.of("a", "b"), QualityRules.none());
    profiler.add("1");
    profiler.add("1", "2", "3");
    profiler.add("1", "2");
    TableProfile profile = profiler.finish();
    assertThat(profile.raggedRows()).isEqualTo(2);
    assertThat(profile.columns()).extracting(TableProfile.Column::missing).containsExactly(0L, 1L);
    assertThat(profile.duplicates().orElseThrow()).isEqualTo(1);
  }

  @Example
  void unreadableNumbersAndDatesAreCountedApart() {
    QualityRules rules =
        QualityRules.of(
            List.of(new Validity("short", "n", value -> value.length() < 5)),
            List.of(new Domain("negative", "n", number -> number.signum() < 0)),
            List.of(),
            List.of(new Dates("d", DateTimeFormatter.ISO_LOCAL_DATE)));
    TableProfiler profiler = new TableProfiler(List.of("n", "d"), rules);
    profiler.add("-1", "2024-02-29");
    profiler.add(" -2.5 ", "2023-02-29");
    profiler.add("many", "2023-02-29");
    profiler.add("1".repeat(10_000), "2020-01-01");
    profiler.add(null, null);
    profiler.add("-0", "yesterday");
    TableProfile profile = profiler.finish();
    assertThat(profile.domains())
        .containsExactly(new TableProfile.OutsideDomain("negative", "n", 2, 2));
    assertThat(profile.dates())
        .containsExactly(
            new TableProfile.DateRange(
                "d", LocalDateTime.of(2020, 1, 1, 0, 0), LocalDateTime.of(2024, 2, 29, 0, 0), 3));
    assertThat(profile.columns().getFirst().invalid())
        .containsExactly(new TableProfile.Invalid("short", 2));
    assertThat(profile.columns().getLast().invalid()).isEmpty();
  }

  @Example
  void aDocumentIsOfTheKindWithTheLongestPrefix() {
    QualityRules rules =
        QualityRules.of(
            List.of(),
            List.of(),
            List.of(
                new Document("other", "no", ""),
                new Document("credit", "no", "C"),
                new Document("credit abroad", "no", "CX")),
            List.of());
    TableProfiler profiler = new TableProfiler(List.of("no"), rules);
    List.of("1", "1", "2", "C1", "CX1", "CX2", "CX2", "D").forEach(profiler::add);
    profiler.add(" ");
    assertThat(profiler.finish().documents())
        .extracting(
            TableProfile.Documents::kind,
            TableProfile.Documents::rows,
            kind -> kind.documents().count())
        .containsExactly(
            tuple("other", 4L, 3L), tuple("credit", 1L, 1L), tuple("credit abroad", 3L, 2L));
  }

  @Example
  void beyondTheirBoundsDifferentValuesAreEstimatedAndRepeatsUnknown() {
    QualityRules bounded =
        new QualityRules(List.of(), List.of(), List.of(), List.of(), 10_000, 50_000);
    TableProfiler profiler = new TableProfiler(List.of("id"), bounded);
    int different = 200_000;
    for (int i = 0; i < different; i++) {
      profiler.add("customer " + i);
      profiler.add("customer " + i);
    }
    TableProfile profile = profiler.finish();
    assertThat(profile.duplicates()).isEqualTo(Measure.missing(TableProfile.TOO_MANY_ROWS));
    assertThat(profile.duplicateShare()).isEqualTo(Measure.missing(TableProfile.TOO_MANY_ROWS));
    Distinct ids = profile.columns().getFirst().distinct();
    assertThat(ids.exact()).isFalse();
    assertThat(ids.standardError()).isCloseTo(.012, within(1e-12));
    // The hashes are the same on every machine, so this never fails by chance: within three errors.
    assertThat((double) ids.count()).isCloseTo(different, within(3 * .012 * different));
  }

  @Example
  void theBoundItselfIsStillExact() {
    DistinctCounter counter = new DistinctCounter(1_000);
    for (int i = 0; i < 1_000; i++) {
      counter.add(TextHash.of("v" + i, Lane.FIRST), TextHash.of("v" + i, Lane.SECOND));
    }
    assertThat(counter.count()).isEqualTo(new Distinct(1_000, true, 0));
    counter.add(TextHash.of("one more", Lane.FIRST), 0);
    assertThat(counter.isExact()).isFalse();
  }

  @Example
  void theEmptyFingerprintIsAFingerprint() {
    Fingerprints set = new Fingerprints();
    assertThat(set.add(0, 0)).isTrue();
    assertThat(set.add(0, 0)).isFalse();
    assertThat(set.add(0, 1)).isTrue();
    assertThat(set.add(1, 0)).isTrue();
    assertThat(set.size()).isEqualTo(3);
    set.retain(first -> first == 1);
    assertThat(set.size()).isEqualTo(1);
  }

  @Example
  void illegalParametersAreRefused() {
    List<Document> unknown = List.of(new Document("a", "none", ""));
    QualityRules rules = QualityRules.of(List.of(), List.of(), unknown, List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TableProfiler(List.of("a"), rules))
        .withMessage("no column none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TableProfiler(List.of("a", "a"), QualityRules.none()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Validity(" ", "a", value -> true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QualityRules(List.of(), List.of(), List.of(), List.of(), 15, 1_000));
  }

  @Example
  void anInterruptedThreadStops() {
    TableProfiler profiler = new TableProfiler(List.of("a"), QualityRules.none());
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 70_000; i++) {
                  profiler.add("x");
                }
              });
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Property(tries = 300)
  void countsAreThoseOfSetsWhateverTheOrderOfRows(
      @ForAll("tables") List<List<@Nullable String>> table, @ForAll long seed) {
    TableProfile profile = profileOf(table);
    assertThat(profile.duplicates().orElseThrow())
        .isEqualTo(table.size() - new HashSet<>(table).size());
    for (int c = 0; c < 2; c++) {
      int column = c;
      List<@Nullable String> values = new ArrayList<>();
      table.forEach(row -> values.add(row.get(column)));
      long present = values.stream().filter(Objects::nonNull).count();
      TableProfile.Column counted = profile.columns().get(c);
      assertThat(counted.missing()).isEqualTo(table.size() - present);
      assertThat(counted.distinct().count())
          .isEqualTo(values.stream().filter(Objects::nonNull).distinct().count());
    }
    List<List<@Nullable String>> shuffled = new ArrayList<>(table);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(profileOf(shuffled)).isEqualTo(profile);
  }

  @Property(tries = 50)
  void anEstimateDoesNotDependOnTheOrderOfValues(@ForAll long seed) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      values.add("value " + (seed + i));
      values.add("value " + (seed + i / 2));
    }
    Distinct first = estimateOf(values);
    Collections.shuffle(values, new Random(seed));
    assertThat(estimateOf(values)).isEqualTo(first);
    assertThat(first.exact()).isFalse();
  }

  private static Distinct estimateOf(List<String> values) {
    DistinctCounter counter = new DistinctCounter(64);
    values.forEach(
        value -> counter.add(TextHash.of(value, Lane.FIRST), TextHash.of(value, Lane.SECOND)));
    return counter.count();
  }

  private static TableProfile profileOf(List<List<@Nullable String>> table) {
    TableProfiler profiler = new TableProfiler(List.of("a", "b"), QualityRules.none());
    for (List<@Nullable String> row : table) {
      profiler.add(row.get(0), row.get(1));
    }
    return profiler.finish();
  }

  @Provide
  Arbitrary<List<List<@Nullable String>>> tables() {
    Arbitrary<@Nullable String> value = Arbitraries.of("x", "xx", "xxx", "y", "王").injectNull(.2);
    return value.list().ofSize(2).list().ofMaxSize(40);
  }
}
