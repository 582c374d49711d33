package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.RfmResult.CustomerScore;

class SharedScoresTest {

  private static final byte[] KEY = new byte[32];

  @Test
  void onlyCombinationsSharedByKAreShown() {
    List<CustomerScore<UUID>> scores = scores(List.of(555, 111, 555, 111, 555, 123));

    SharedScores.Picked picked = pick(new SharedScores(scores), 3, null, 10);

    assertThat(customers(picked)).containsExactlyInAnyOrder(0, 2, 4);
    assertThat(picked.unshared()).isEqualTo(3);
    assertThat(picked.leftOut()).isZero();
  }

  @Test
  void whoIsLeftOutHidesNobodyElse() {
    SharedScores scores = new SharedScores(scores(List.of(555, 555, 555, 111, 111)));
    scores.leaveOut(id(1));
    scores.leaveOut(id(1));
    scores.leaveOut(id(99));

    SharedScores.Picked three = pick(scores, 3, null, 10);
    SharedScores.Picked two = pick(scores, 2, null, 10);

    assertThat(three.rows()).isEmpty();
    assertThat(three.unshared()).isEqualTo(4);
    assertThat(three.leftOut()).isEqualTo(1);
    assertThat(customers(two)).containsExactlyInAnyOrder(0, 2, 3, 4);
    assertThat(two.unshared()).isZero();
  }

  @Test
  void ofNobodyThereIsNothing() {
    SharedScores none = new SharedScores(List.of());
    none.leaveOut(id(0));

    assertThat(pick(none, 1, null, 5)).isEqualTo(new SharedScores.Picked(List.of(), 0, 0));
  }

  /** Against the definition: grouped by hand, sorted whole, cut by page. */
  @Property(tries = 200)
  void pagesTogetherAreAllWhoShareTheirScoresWithEnough(
      @ForAll("combinations") List<Integer> combinations,
      @ForAll @IntRange(min = 1, max = 6) int k,
      @ForAll @IntRange(min = 1, max = 7) int size,
      @ForAll Set<@IntRange(max = 60) Integer> objecting) {
    SharedScores scores = new SharedScores(scores(combinations));
    objecting.forEach(number -> scores.leaveOut(id(number)));
    Map<Integer, Integer> sharing = new HashMap<>();
    for (int i = 0; i < combinations.size(); i++) {
      if (!objecting.contains(i)) {
        sharing.merge(combinations.get(i), 1, Integer::sum);
      }
    }
    Set<Integer> expected = new HashSet<>();
    for (int i = 0; i < combinations.size(); i++) {
      if (!objecting.contains(i) && sharing.getOrDefault(combinations.get(i), 0) >= k) {
        expected.add(i);
      }
    }

    List<SharedScores.Row> rows = new ArrayList<>();
    List<SharedScores.Row> page;
    do {
      Pseudonym last = rows.isEmpty() ? null : rows.getLast().pseudonym();
      page = pick(scores, k, last, size).rows();
      rows.addAll(page);
    } while (page.size() == size);

    assertThat(rows.stream().map(row -> number(row.score().customer())).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows.stream().map(SharedScores.Row::pseudonym).toList()).isSorted();
    assertThat(pick(scores, k, null, 1).unshared())
        .isEqualTo(sharing.values().stream().filter(count -> count < k).mapToLong(it -> it).sum());
  }

  @Provide
  Arbitrary<List<Integer>> combinations() {
    return Arbitraries.of(111, 115, 333, 511, 555).list().ofMaxSize(40);
  }

  private static SharedScores.Picked pick(
      SharedScores scores, int k, @Nullable Pseudonym after, int limit) {
    return scores.pick(new Pseudonyms(KEY), k, after, limit);
  }

  private static List<Integer> customers(SharedScores.Picked picked) {
    return picked.rows().stream().map(row -> number(row.score().customer())).toList();
  }

  private static List<CustomerScore<UUID>> scores(List<Integer> combinations) {
    List<CustomerScore<UUID>> scores = new ArrayList<>();
    for (int i = 0; i < combinations.size(); i++) {
      int rfm = combinations.get(i);
      scores.add(
          new CustomerScore<>(
              id(i),
              LocalDate.of(2024, 3, 1),
              30,
              1,
              BigDecimal.TEN,
              rfm / 100,
              rfm / 10 % 10,
              rfm % 10,
              rfm,
              "Champions"));
    }
    return scores;
  }

  /** Above and below the sign bit, so that a signed order would be noticed. */
  private static UUID id(int number) {
    return new UUID((long) number << 58, number);
  }

  private static int number(UUID id) {
    return (int) id.getLeastSignificantBits();
  }
}
