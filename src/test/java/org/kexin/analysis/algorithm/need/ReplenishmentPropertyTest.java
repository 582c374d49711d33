package org.kexin.analysis.algorithm.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for any customer. */
class ReplenishmentPropertyTest {

  private static final LocalDate START = LocalDate.of(2000, 2, 29);
  private static final int HORIZON = 5_000;

  private static Needs<Integer> needs(List<Integer> days, long reference, long shift) {
    Replenishment<Integer> customer =
        new Replenishment<>(
            NeedRule.defaults(), START.plusDays(reference + shift), Comparator.naturalOrder());
    days.forEach(day -> customer.add(day % 3, START.plusDays(day + shift), 1));
    return customer.needs();
  }

  @Property(tries = 300)
  void quartilesAndDaysAgreeWithTheirDefinitions(
      @ForAll @Size(max = 400) List<@IntRange(max = HORIZON) Integer> days,
      @ForAll @IntRange(max = HORIZON) int reference) {
    Needs<Integer> needs = needs(days, reference, 0);

    for (Need<Integer> need : needs.needs()) {
      TreeSet<Integer> own = new TreeSet<>();
      days.stream().filter(day -> day % 3 == need.item() && day <= reference).forEach(own::add);
      assertThat(need.days()).isEqualTo(Math.min(own.size(), NeedRule.MOST_DAYS));
      assertThat(need.last()).isEqualTo(START.plusDays(own.getLast()));
      assertThat(need.daysSince()).isEqualTo(reference - own.getLast());
      assertThat(need.lowerQuartile()).isBetween(BigDecimal.ONE, need.median());
      assertThat(need.upperQuartile()).isGreaterThanOrEqualTo(need.median());
      assertThat(need.due()).isAfter(need.last());
    }
    long items =
        days.stream().filter(day -> day <= reference).map(day -> day % 3).distinct().count();
    assertThat(needs.needs().size() + needs.tooFewDays()).isEqualTo((int) items);
    assertThat(needs.none() == null).isEqualTo(!needs.needs().isEmpty());
  }

  @Property(tries = 200)
  void theOrderOfLinesAndRepeatedDaysChangeNothing(
      @ForAll @Size(max = 400) List<@IntRange(max = 600) Integer> days, @ForAll long seed) {
    List<Integer> mixed = new ArrayList<>(days);
    mixed.addAll(days);
    Collections.shuffle(mixed, new Random(seed));

    assertThat(needs(mixed, 600, 0)).isEqualTo(needs(days, 600, 0));
  }

  @Property(tries = 200)
  void theCalendarMovesTheDaysAndNothingElse(
      @ForAll @Size(max = 60) List<@IntRange(max = 900) Integer> days,
      @ForAll @LongRange(min = -500_000, max = 500_000) long shift) {
    List<Need<Integer>> here = needs(days, 900, 0).needs();
    List<Need<Integer>> there = needs(days, 900, shift).needs();

    assertThat(there)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("last", "due")
        .isEqualTo(here);
    for (int i = 0; i < here.size(); i++) {
      assertThat(there.get(i).due()).isEqualTo(here.get(i).due().plusDays(shift));
    }
  }

  /** A need goes from not yet over due and overdue to lapsed, and never back. */
  @Property(tries = 200)
  void timeBringsANeedOnlyForward(
      @ForAll @Size(min = 3, max = 40) List<@IntRange(max = 300) Integer> days) {
    List<Integer> ofOne = days.stream().map(day -> 3 * day).toList();
    List<NeedState> passed = new ArrayList<>();
    for (int reference = 900; reference < 6_000; reference += 7) {
      needs(ofOne, reference, 0).needs().forEach(need -> passed.add(need.state()));
    }
    List<NeedState> inOrder =
        List.of(NeedState.NOT_YET, NeedState.DUE, NeedState.OVERDUE, NeedState.LAPSED);

    assertThat(passed).isSortedAccordingTo(Comparator.comparing(inOrder::indexOf));
    assertThat(passed.isEmpty())
        .isEqualTo(new TreeSet<>(days).size() < NeedRule.defaults().fewestDays());
  }
}
