package org.kexin.analysis.algorithm.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Usual intervals worked by hand. Quantiles of type 7 of Hyndman &amp; Fan (1996): with n intervals
 * the lower quartile lies at place (n − 1) / 4 from the smallest, counted from 0.
 */
class ReplenishmentTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static Replenishment<String> on(long dayFromStart) {
    return new Replenishment<>(
        NeedRule.defaults(), START.plusDays(dayFromStart), Comparator.naturalOrder());
  }

  private static Replenishment<String> bought(
      Replenishment<String> customer, String item, long... daysFromStart) {
    for (long day : daysFromStart) {
      customer.add(item, START.plusDays(day), 1);
    }
    return customer;
  }

  private static Need<String> only(Replenishment<String> customer) {
    Needs<String> needs = customer.needs();
    assertThat(needs.needs()).hasSize(1);
    assertThat(needs.none()).isNull();
    return needs.needs().getFirst();
  }

  private static NeedState stateOn(long dayFromStart, long... days) {
    return only(bought(on(dayFromStart), "tea", days)).state();
  }

  /** Intervals 10, 20, 12, 14; in order 10, 12, 14, 20: quartiles at places 0.75, 1.5, 2.25. */
  @Test
  void theUsualIntervalIsTheMedianWithItsQuartiles() {
    Need<String> tea = only(bought(on(60), "tea", 0, 10, 30, 42, 56));

    assertThat(tea.days()).isEqualTo(5);
    assertThat(tea.lowerQuartile()).isEqualByComparingTo("11.5");
    assertThat(tea.median()).isEqualByComparingTo("13");
    assertThat(tea.upperQuartile()).isEqualByComparingTo("15.5");
    assertThat(tea.last()).isEqualTo("2026-02-26");
    assertThat(tea.due()).isEqualTo("2026-03-11");
    assertThat(tea.daysSince()).isEqualTo(4);
    assertThat(tea.state()).isEqualTo(NeedState.NOT_YET);
  }

  /** Of two intervals 7 and 10 the median is 8.5, and 8.5 days are due on the ninth. */
  @Test
  void halfADayIsRoundedUp() {
    Need<String> tea = only(bought(on(17), "tea", 0, 7, 17));

    assertThat(tea.median()).isEqualByComparingTo("8.5");
    assertThat(tea.due()).isEqualTo(START.plusDays(17 + 9));
    assertThat(tea.daysSince()).isZero();
  }

  /** Quartiles 11.5 and 15.5, the last day is 56; lapsed after 46.5 days. */
  @Test
  void aNeedIsDueBetweenTheQuartilesAndLapsesAfterThreeOfTheUpper() {
    long[] days = {0, 10, 30, 42, 56};

    assertThat(stateOn(56 + 11, days)).isEqualTo(NeedState.NOT_YET);
    assertThat(stateOn(56 + 12, days)).isEqualTo(NeedState.DUE);
    assertThat(stateOn(56 + 15, days)).isEqualTo(NeedState.DUE);
    assertThat(stateOn(56 + 16, days)).isEqualTo(NeedState.OVERDUE);
    assertThat(stateOn(56 + 46, days)).isEqualTo(NeedState.OVERDUE);
    assertThat(stateOn(56 + 47, days)).isEqualTo(NeedState.LAPSED);
  }

  /** Each week: due on the seventh day alone, overdue from the eighth, lapsed after the 21st. */
  @Test
  void equalIntervalsLeaveOneDayThatIsDue() {
    long[] weekly = {0, 7, 14};

    assertThat(stateOn(20, weekly)).isEqualTo(NeedState.NOT_YET);
    assertThat(stateOn(21, weekly)).isEqualTo(NeedState.DUE);
    assertThat(stateOn(22, weekly)).isEqualTo(NeedState.OVERDUE);
    assertThat(stateOn(35, weekly)).isEqualTo(NeedState.OVERDUE);
    assertThat(stateOn(36, weekly)).isEqualTo(NeedState.LAPSED);
  }

  @Test
  void aDayCountsOnceHoweverOftenSomethingWasBoughtOnIt() {
    assertThat(only(bought(on(20), "tea", 0, 0, 7, 7, 7, 14)).days()).isEqualTo(3);

    Needs<String> oneDay = bought(on(20), "tea", 3, 3, 3, 3).needs();
    assertThat(oneDay.needs()).isEmpty();
    assertThat(oneDay.tooFewDays()).isEqualTo(1);
  }

  @Test
  void twoDaysAreNotEnoughAndOnePurchaseIsNot() {
    Needs<String> needs = bought(bought(on(30), "tea", 0, 10), "salt", 5).needs();

    assertThat(needs.needs()).isEmpty();
    assertThat(needs.tooFewDays()).isEqualTo(2);
    assertThat(Objects.requireNonNull(needs.none()).code()).isEqualTo("NOT_ENOUGH_DAYS");
    assertThat(needs.none().detail()).isEqualTo("Nothing was bought on 3 different days or more.");
  }

  @Test
  void whoBoughtNothingNeedsNothing() {
    assertThat(on(0).needs()).isEqualTo(new Needs<>(List.of(), 0, 0, Needs.NO_PURCHASE));
  }

  @Test
  void whatCameBackLeavesItsDayAsLongAsSomethingIsKept() {
    Replenishment<String> customer = bought(on(20), "tea", 0, 7, 14);
    customer.add("tea", START.plusDays(15), -2);
    assertThat(only(customer).days()).isEqualTo(3);

    customer.add("tea", START.plusDays(16), -1);
    Needs<String> all = customer.needs();
    assertThat(all.needs()).isEmpty();
    assertThat(all.givenBack()).isEqualTo(1);
    assertThat(all.none()).isEqualTo(Needs.NO_PURCHASE);
  }

  @Test
  void laterDaysThanTheReferenceDayAreNotKnownYet() {
    Need<String> tea = only(bought(on(14), "tea", 0, 7, 14, 15, 16));

    assertThat(tea.days()).isEqualTo(3);
    assertThat(tea.last()).isEqualTo(START.plusDays(14));
  }

  /** On day 40: oil overdue since 30, tea and bread due on 40, rice not yet, wax lapsed. */
  @Test
  void theMostPressingComesFirstAndOfEqualsTheFirstByItem() {
    Replenishment<String> customer = on(40);
    bought(customer, "wax", 0, 2, 4);
    bought(customer, "rice", 0, 19, 38);
    bought(customer, "tea", 20, 30, 10);
    bought(customer, "bread", 10, 20, 30);
    bought(customer, "oil", 0, 10, 20);

    assertThat(customer.needs().needs())
        .extracting(Need::item)
        .containsExactly("oil", "bread", "tea", "rice", "wax");
    assertThat(customer.needs().needs())
        .extracting(Need::state)
        .containsExactly(
            NeedState.OVERDUE, NeedState.DUE, NeedState.DUE, NeedState.NOT_YET, NeedState.LAPSED);
  }

  /** Daily for a year, then weekly: of the latest hundred intervals sixty are weeks. */
  @Test
  void ofALongHistoryTheLatestHundredIntervalsCount() {
    Replenishment<String> customer = on(365 + 7 * 60);
    for (int day = 0; day <= 365; day++) {
      bought(customer, "tea", day);
    }
    for (int week = 1; week <= 60; week++) {
      bought(customer, "tea", 365 + 7L * week);
    }
    Need<String> tea = only(customer);

    assertThat(tea.days()).isEqualTo(NeedRule.MOST_DAYS);
    assertThat(tea.lowerQuartile()).isEqualByComparingTo("1");
    assertThat(tea.median()).isEqualByComparingTo("7");
    // What comes late and is from long ago is none of the latest.
    assertThat(only(bought(customer, "tea", -400, -300))).isEqualTo(tea);
  }

  @Test
  void aClearedCustomerIsANewOne() {
    Replenishment<String> customer = bought(on(14), "tea", 0, 7, 14);
    customer.clear();

    assertThat(customer.needs().none()).isEqualTo(Needs.NO_PURCHASE);
  }

  @Test
  void anImpossibleRuleIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NeedRule(2, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new NeedRule(102, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new NeedRule(3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new NeedRule(3, 101));
    assertThat(NeedRule.defaults()).isEqualTo(new NeedRule(3, 3));
  }

  @Test
  void moreThanCanBeCountedIsRefused() {
    Replenishment<String> customer = on(1);
    customer.add("tea", START, Long.MAX_VALUE);

    assertThatThrownBy(() -> customer.add("tea", START, 1)).isInstanceOf(ArithmeticException.class);
  }
}
