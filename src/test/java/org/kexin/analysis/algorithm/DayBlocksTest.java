package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.DayBlocks.Block;
import org.kexin.analysis.algorithm.DayBlocks.TooShort;
import org.kexin.analysis.algorithm.DayBlocks.Whole;

class DayBlocksTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 20);

  private record Event(int customer, LocalDate day, boolean isReturn) {}

  @Example
  void aBlockEndsAsSoonAsEnoughBought() {
    DayBlocks blocks = blocks(2, order(1, 1), order(1, 2), order(2, 3), order(1, 4), order(2, 4));

    assertThat(blocks.blocks()).containsExactly(block(1, 3), block(4, 4));
    assertThat(blocks.returnsOfFew()).isFalse();
  }

  @Example
  void whatIsLeftAtTheEndJoinsTheLastBlock() {
    DayBlocks blocks = blocks(2, order(1, 1), order(2, 1), order(3, 5));

    assertThat(blocks.blocks()).containsExactly(block(1, 5));
  }

  /** The eleventh day is the 31st of January. */
  @Example
  void blocksEndWithMonthsWhereMonthsAreLargeEnough() {
    DayBlocks blocks =
        blocks(2, order(1, 1), order(2, 1), order(3, 11), order(1, 12), order(2, 13));

    assertThat(blocks.blocks()).containsExactly(block(1, 11), block(12, 13));
  }

  @Example
  void aBlockWithReturnsHoldsEnoughOfThem() {
    DayBlocks blocks =
        blocks(
            2,
            order(1, 1),
            order(2, 1),
            back(1, 1),
            order(1, 2),
            order(2, 2),
            back(2, 3),
            order(3, 4),
            order(4, 4));

    assertThat(blocks.blocks()).containsExactly(block(1, 3), block(4, 4));
  }

  @Example
  void returnsOfFewSplitNothingAndAreTold() {
    DayBlocks blocks =
        blocks(2, order(1, 1), order(2, 1), back(1, 1), back(1, 2), order(1, 2), order(2, 2));

    assertThat(blocks.blocks()).containsExactly(block(1, 1), block(2, 2));
    assertThat(blocks.returnsOfFew()).isTrue();
  }

  @Example
  void aPeriodBecomesOneOfWholeBlocks() {
    DayBlocks blocks = new DayBlocks(List.of(block(1, 3), block(5, 8), block(9, 9)), false);

    assertThat(blocks.whole(null, null)).isEqualTo(new Whole(null, null));
    assertThat(blocks.whole(day(6), null)).isEqualTo(new Whole(day(5), null));
    assertThat(blocks.whole(null, day(7))).isEqualTo(new Whole(null, day(4)));
    assertThat(blocks.whole(day(2), day(8))).isEqualTo(new Whole(day(1), day(8)));
    assertThat(blocks.whole(day(4), day(12))).isEqualTo(new Whole(day(4), day(12)));
    assertThat(blocks.whole(day(6), day(7))).isEqualTo(new TooShort(block(5, 8)));
    assertThat(blocks.whole(null, day(2))).isEqualTo(new TooShort(block(1, 3)));
    assertThat(DayBlocks.NONE.whole(day(1), day(2))).isEqualTo(new Whole(day(1), day(2)));
  }

  /** What is left when one answer is subtracted from another is of k customers, or of nobody. */
  @Property
  void noTwoPeriodsDifferByFewerThanK(
      @ForAll("sales") List<Event> sales,
      @ForAll @IntRange(min = 1, max = 4) int k,
      @ForAll @IntRange(max = 45) int from,
      @ForAll @IntRange(max = 45) int end,
      @ForAll @IntRange(max = 45) int otherEnd) {
    DayBlocks blocks = blocks(k, sales.toArray(Event[]::new));
    if (blocks.whole(day(from), day(Math.max(from, end))) instanceof Whole one
        && blocks.whole(day(from), day(Math.max(from, otherEnd))) instanceof Whole other) {
      Set<Event> difference = new HashSet<>(within(sales, one));
      Set<Event> common = within(sales, other);
      Set<Event> back = new HashSet<>(common);
      back.removeAll(difference);
      difference.removeAll(common);
      difference.addAll(back);

      assertThat(customers(difference, false)).matches(n -> n == 0 || n >= k || isAll(sales, k));
      if (!blocks.returnsOfFew()) {
        assertThat(customers(difference, true)).matches(n -> n == 0 || n >= k || isAll(sales, k));
      }
    }
  }

  /** Everybody together are too few: then every figure is held back, whatever the period. */
  private static boolean isAll(List<Event> sales, int k) {
    return customers(new HashSet<>(sales), false) < k;
  }

  private static long customers(Set<Event> events, boolean returns) {
    return events.stream()
        .filter(event -> event.isReturn == returns)
        .map(Event::customer)
        .distinct()
        .count();
  }

  private static Set<Event> within(List<Event> sales, Whole period) {
    Set<Event> within = new HashSet<>(sales);
    within.removeIf(
        event ->
            isBefore(event.day, period.from())
                || (period.to() != null && event.day.isAfter(period.to())));
    return within;
  }

  private static boolean isBefore(LocalDate day, @Nullable LocalDate from) {
    return from != null && day.isBefore(from);
  }

  @Provide
  Arbitrary<List<Event>> sales() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.integers().between(1, 6),
                Arbitraries.integers().between(0, 40),
                Arbitraries.of(false, false, false, true))
            .as((customer, day, isReturn) -> new Event(customer, day(day), isReturn));
    return event.list().ofMaxSize(60);
  }

  private static DayBlocks blocks(int k, Event... events) {
    var accumulator = new DayBlocks.Accumulator<Integer>(k);
    for (Event event : events) {
      accumulator.add(event.customer, event.day, event.isReturn);
    }
    return accumulator.finish();
  }

  private static Event order(int customer, int day) {
    return new Event(customer, day(day), false);
  }

  private static Event back(int customer, int day) {
    return new Event(customer, day(day), true);
  }

  private static Block block(int first, int last) {
    return new Block(day(first), day(last));
  }

  private static LocalDate day(int number) {
    return DAY.plusDays(number);
  }
}
