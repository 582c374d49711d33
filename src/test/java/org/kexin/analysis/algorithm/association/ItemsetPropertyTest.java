package org.kexin.analysis.algorithm.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;

/** Itemsets against their definitions, on baskets small enough to try everything. */
class ItemsetPropertyTest {

  private static final int ITEMS = 9;

  @Property(tries = 300)
  void setsAreThoseOfTheDefinition(
      @ForAll("baskets") List<Set<Integer>> baskets,
      @ForAll Kind kind,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    ItemsetResult<Integer> result = find(baskets, kind, percent, 1_000, 100_000);

    assertThat(asMap(result)).isEqualTo(expected(baskets, kind, result.minimumCount()));
    assertThat(result.cuts()).isEmpty();
    assertThat(result.sets()).isSortedAccordingTo(statedOrder());
  }

  /** Many baskets of few items among many are counted by lists first, then by bits. */
  @Property(tries = 60)
  void setsOfSparseBasketsAreThoseOfTheDefinition(
      @ForAll long seed, @ForAll Kind kind, @ForAll @IntRange(min = 1, max = 6) int minimumCount) {
    List<Set<Integer>> baskets = sparseBaskets(new Random(seed));
    ItemsetResult<Integer> result =
        Itemsets.find(
            set(baskets),
            new ItemsetParameters(share(minimumCount, baskets.size()), kind, 1_000, 100_000),
            () -> false);

    assertThat(asMap(result)).isEqualTo(levelWise(baskets, kind, minimumCount));
  }

  /** Two thousand baskets with items from almost all to almost none: bits are packed on the way. */
  @Property(tries = 9)
  void setsOfManyDenseBasketsAreThoseOfTheDefinition(@ForAll long seed, @ForAll Kind kind) {
    Random random = new Random(seed);
    List<Set<Integer>> baskets = new ArrayList<>();
    for (int b = 0; b < 2_000; b++) {
      Set<Integer> basket = new TreeSet<>();
      for (int item = 0; item < ITEMS; item++) {
        if (random.nextDouble() < Math.pow(.6, item)) {
          basket.add(item);
        }
      }
      baskets.add(basket);
    }
    ItemsetResult<Integer> result =
        Itemsets.find(
            set(baskets),
            new ItemsetParameters(new BigDecimal(".001"), kind, 1_000, 100_000),
            () -> false);

    assertThat(asMap(result)).isEqualTo(expected(baskets, kind, 2));
  }

  @Property(tries = 200)
  void theMostFrequentRemainWhenThereAreMoreSetsThanTheLimit(
      @ForAll("baskets") List<Set<Integer>> baskets,
      @ForAll @IntRange(min = 1, max = 60) int limit,
      @ForAll @IntRange(min = 1, max = 5) int maximumLength) {
    for (Kind kind : List.of(Kind.FREQUENT, Kind.CLOSED)) {
      ItemsetResult<Integer> all = find(baskets, kind, 1, 1_000, 100_000);
      List<Itemset<Integer>> shortEnough =
          all.sets().stream().filter(set -> set.items().size() <= maximumLength).toList();
      ItemsetResult<Integer> cut = find(baskets, kind, 1, maximumLength, limit);

      assertThat(cut.sets()).isEqualTo(shortEnough.subList(0, Math.min(limit, shortEnough.size())));
      assertThat(cut.cuts().contains(ItemsetResult.MORE_SETS))
          .isEqualTo(shortEnough.size() > limit);
      if (shortEnough.size() <= limit) {
        assertThat(cut.cuts().contains(ItemsetResult.LONGER_SETS))
            .isEqualTo(shortEnough.size() < all.sets().size());
      }
    }
  }

  @Property(tries = 200)
  void maximalSetsThatAreCutAreMaximal(
      @ForAll("baskets") List<Set<Integer>> baskets,
      @ForAll @IntRange(min = 1, max = 10) int limit,
      @ForAll @IntRange(min = 1, max = 5) int maximumLength) {
    ItemsetResult<Integer> cut = find(baskets, Kind.MAXIMAL, 20, maximumLength, limit);
    Map<Set<Integer>, Integer> maximal = expected(baskets, Kind.MAXIMAL, cut.minimumCount());
    Map<Set<Integer>, Integer> shortEnough = new HashMap<>(maximal);
    shortEnough.keySet().removeIf(set -> set.size() > maximumLength);

    assertThat(shortEnough).containsAllEntriesOf(asMap(cut));
    assertThat(cut.sets()).hasSize(Math.min(limit, shortEnough.size()));
    assertThat(cut.cuts().contains(ItemsetResult.MORE_MAXIMAL_SETS))
        .isEqualTo(shortEnough.size() > limit);
    assertThat(cut.completeFrom() == null).isEqualTo(shortEnough.size() > limit);
    if (shortEnough.size() <= limit) {
      assertThat(cut.cuts().contains(ItemsetResult.LONGER_SETS))
          .isEqualTo(shortEnough.size() < maximal.size());
    }
  }

  @Property(tries = 100)
  void neitherTheOrderOfBasketsNorThatOfItemsMatters(
      @ForAll("baskets") List<Set<Integer>> baskets, @ForAll long seed, @ForAll Kind kind) {
    Random random = new Random(seed);
    List<List<Integer>> shuffled = new ArrayList<>();
    for (Set<Integer> basket : baskets) {
      List<Integer> items = new ArrayList<>(basket);
      items.addAll(basket);
      Collections.shuffle(items, random);
      shuffled.add(items);
    }
    Collections.shuffle(shuffled, random);
    BasketSet<Integer> other = BasketSet.of(shuffled, Comparator.naturalOrder());
    ItemsetParameters parameters = new ItemsetParameters(new BigDecimal(".2"), kind, 4, 20);

    assertThat(Itemsets.find(other, parameters, () -> false))
        .isEqualTo(Itemsets.find(set(baskets), parameters, () -> false));
    RuleParameters rules = RuleParameters.defaults(new BigDecimal(".1"), new BigDecimal(".1"));
    assertThat(AssociationRules.derive(other, rules, () -> false))
        .isEqualTo(AssociationRules.derive(set(baskets), rules, () -> false));
  }

  /** 22 items in the same two baskets and no others: four million sets, of which few are asked. */
  @Property(tries = 3)
  void aStoppedSearchHoldsAllSubsetsOfItsSets(@ForAll @IntRange(min = 1, max = 6) int questions) {
    Set<Integer> wide = new TreeSet<>();
    for (int item = 0; item < 22; item++) {
      wide.add(item);
    }
    AtomicInteger asked = new AtomicInteger();
    ItemsetResult<Integer> result =
        Itemsets.find(
            set(List.of(wide, wide)),
            new ItemsetParameters(BigDecimal.ONE, Kind.FREQUENT, 22, 1_000_000),
            () -> asked.incrementAndGet() > questions);

    assertThat(result.cuts()).contains(ItemsetResult.STOPPED);
    assertThat(result.completeFrom()).isNull();
    // As bits: sets of small numbers have few hash codes.
    BitSet found = new BitSet();
    result.sets().forEach(set -> found.set(set.items().stream().mapToInt(i -> 1 << i).sum()));
    assertThat(found.cardinality()).isPositive();
    for (int set = found.nextSetBit(0); set >= 0; set = found.nextSetBit(set + 1)) {
      for (int rest = set; rest != 0; rest &= rest - 1) {
        int subset = set ^ Integer.lowestOneBit(rest);
        assertThat(subset == 0 || found.get(subset)).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<Set<Integer>>> baskets() {
    Arbitrary<Set<Integer>> basket =
        Arbitraries.integers().between(0, ITEMS - 1).set().ofMaxSize(ITEMS);
    return basket.list().ofMaxSize(14);
  }

  private static List<Set<Integer>> sparseBaskets(Random random) {
    List<Set<Integer>> baskets = new ArrayList<>();
    for (int b = 0; b < 400; b++) {
      Set<Integer> basket = new TreeSet<>();
      int size = 1 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        basket.add((int) (120 * Math.pow(random.nextDouble(), 2)));
      }
      baskets.add(basket);
    }
    return baskets;
  }

  private static Map<Set<Integer>, Integer> levelWise(
      List<Set<Integer>> baskets, Kind kind, int minimumCount) {
    Map<Set<Integer>, Integer> counts = new HashMap<>();
    for (Set<Integer> basket : baskets) {
      BruteForce.subsets(new ArrayList<>(basket))
          .forEach(set -> counts.merge(set, 1, Integer::sum));
    }
    counts.remove(Set.of());
    counts.values().removeIf(count -> count < minimumCount);
    Map<Set<Integer>, Integer> kept = new HashMap<>(counts);
    counts.forEach(
        (set, count) -> {
          for (Integer item : set) {
            Set<Integer> smaller = new HashSet<>(set);
            smaller.remove(item);
            boolean hidden =
                kind == Kind.MAXIMAL || (kind == Kind.CLOSED && count.equals(counts.get(smaller)));
            if (hidden) {
              kept.remove(smaller);
            }
          }
        });
    return kept;
  }

  private static Map<Set<Integer>, Integer> expected(
      List<Set<Integer>> baskets, Kind kind, int minimumCount) {
    BruteForce oracle = new BruteForce(baskets, ITEMS);
    return switch (kind) {
      case FREQUENT -> oracle.frequent(minimumCount);
      case CLOSED -> oracle.closed(minimumCount);
      case MAXIMAL -> oracle.maximal(minimumCount);
    };
  }

  private static Comparator<Itemset<Integer>> statedOrder() {
    return Comparator.comparingInt((Itemset<Integer> set) -> set.count())
        .reversed()
        .thenComparingInt(set -> set.items().size())
        .thenComparing(set -> set.items().toString());
  }

  private static Map<Set<Integer>, Integer> asMap(ItemsetResult<Integer> result) {
    Map<Set<Integer>, Integer> map = new HashMap<>();
    result.sets().forEach(set -> map.put(new HashSet<>(set.items()), set.count()));
    assertThat(map).hasSize(result.sets().size());
    return map;
  }

  private static BasketSet<Integer> set(List<Set<Integer>> baskets) {
    return BasketSet.of(baskets, Comparator.naturalOrder());
  }

  /** A support whose minimum count is the given one. */
  private static BigDecimal share(int minimumCount, int baskets) {
    return BigDecimal.valueOf(minimumCount).divide(BigDecimal.valueOf(baskets));
  }

  private static ItemsetResult<Integer> find(
      List<Set<Integer>> baskets, Kind kind, int percent, int maximumLength, int limit) {
    return Itemsets.find(
        set(baskets),
        new ItemsetParameters(BigDecimal.valueOf(percent, 2), kind, maximumLength, limit),
        () -> false);
  }
}
