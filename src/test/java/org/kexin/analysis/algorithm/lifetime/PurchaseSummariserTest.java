package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Sale;

/** How sales become purchase histories: sections B1 and B2 of the page of worked numbers. */
class PurchaseSummariserTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final PurchaseHistories.Parameters PARAMETERS =
      new PurchaseHistories.Parameters(FIRST.plusDays(100), FIRST.plusDays(200), 1);

  @Test
  void severalTransactionsOnOneDayAreOneRepeat() {
    PurchaseHistories<String> histories =
        summarise(
            sale("a", 0, "10"),
            sale("a", 0, "20"),
            sale("a", 5, "3"),
            sale("a", 5, "4"),
            sale("a", 40, "5.50"));
    assertThat(histories.size()).isEqualTo(1);
    assertThat(histories.customer(0)).isEqualTo("a");
    assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(2, 40, 100));
    // (3 + 4 + 5.50) / 2 days; the first day is left out.
    assertThat(histories.meanRepeatValue(0)).isEqualTo(6.25);
  }

  @Test
  void aRefundIsNoPurchaseButLowersTheMean() {
    PurchaseHistories<String> histories =
        summarise(
            sale("a", 0, "10"),
            sale("a", 3, "-10"),
            sale("a", 10, "30"),
            sale("a", 10, "-5"),
            sale("a", 20, "25"),
            sale("a", 60, "-20"));
    assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(2, 20, 100));
    // (30 − 5 + 25 − 20) / 2; the refund of day 3 can only be for day 0.
    assertThat(histories.meanRepeatValue(0)).isEqualTo(15);
  }

  @Test
  void aRefundBeforeAnyPurchaseDoesNotBeginTheHistory() {
    PurchaseHistories<String> histories =
        summarise(sale("a", 0, "-10"), sale("a", 10, "10"), sale("a", 30, "0"));
    assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(1, 20, 90));
    assertThat(histories.meanRepeatValue(0)).isZero();
  }

  @Test
  void theHoldOutCountsDaysAfterTheCalibrationOnly() {
    PurchaseHistories<String> histories =
        summarise(
            sale("a", 0, "1"),
            sale("a", 100, "2"),
            sale("a", 101, "50"),
            sale("a", 101, "50"),
            sale("a", 150, "-9"),
            sale("a", 200, "50"),
            sale("a", 201, "50"),
            sale("b", 101, "1"),
            sale("c", 4, "-1"),
            sale(null, 4, "1"));
    assertThat(histories.size()).isEqualTo(1);
    assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(1, 100, 100));
    assertThat(histories.meanRepeatValue(0)).isEqualTo(2);
    assertThat(histories.holdOutRepeats(0)).isEqualTo(2);
    assertThat(histories.leftOut())
        .containsExactly(
            new LeftOut(PurchaseSummariser.ANONYMOUS_TRANSACTIONS, 1),
            new LeftOut(PurchaseSummariser.TRANSACTIONS_AFTER_PERIOD, 1),
            new LeftOut(PurchaseSummariser.CUSTOMERS_WITHOUT_PURCHASE, 2));
    assertThat(histories.parameters().holdOutTime()).isEqualTo(100);
  }

  @Test
  void withoutSalesThereAreNoHistories() {
    PurchaseHistories<String> histories = summarise();
    assertThat(histories.size()).isZero();
    assertThat(histories.leftOut()).isEmpty();
    assertThat(histories.grouped().customers()).isZero();
  }

  @Test
  void daysOfAllTheCalendarAreKept() {
    LocalDate last = LocalDate.of(9999, 12, 31);
    PurchaseSummariser<String> summariser =
        new PurchaseSummariser<>(
            Comparator.naturalOrder(), new PurchaseHistories.Parameters(last, null, 1));
    summariser.add(new Sale<>("a", last, BigDecimal.TEN, 1, 1));
    summariser.add(new Sale<>("a", LocalDate.of(1, 1, 1), BigDecimal.ONE, 1, 1));
    PurchaseHistories<String> histories = summariser.finish();
    assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(1, 3_652_058, 3_652_058));
    assertThat(histories.grouped().meanObserved()).isEqualTo(3_652_058);
    assertThatThrownBy(() -> histories.holdOutRepeats(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rowsOutOfOrderAndUseAfterTheEndAreRefused() {
    PurchaseSummariser<String> summariser =
        new PurchaseSummariser<>(Comparator.naturalOrder(), PARAMETERS);
    summariser.add(sale("b", 0, "1"));
    assertThatThrownBy(() -> summariser.add(sale("a", 0, "1")))
        .isInstanceOf(IllegalArgumentException.class);
    summariser.finish();
    assertThatThrownBy(() -> summariser.add(sale("c", 0, "1")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(summariser::finish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new PurchaseHistories.Parameters(FIRST, FIRST, 7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PurchaseHistories.Parameters(FIRST, null, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void theOrderOfACustomersRowsDoesNotMatter(
      @ForAll("ofOneCustomer") List<Sale<String>> sales, @ForAll long seed) {
    List<Sale<String>> shuffled = new ArrayList<>(sales);
    Collections.shuffle(shuffled, new Random(seed));
    PurchaseHistories<String> one = summarise(sales);
    PurchaseHistories<String> other = summarise(shuffled);
    assertThat(other.size()).isEqualTo(one.size());
    assertThat(other.leftOut()).isEqualTo(one.leftOut());
    for (int row = 0; row < one.size(); row++) {
      assertThat(other.history(row)).isEqualTo(one.history(row));
      assertThat(other.meanRepeatValue(row)).isEqualTo(one.meanRepeatValue(row));
      assertThat(other.holdOutRepeats(row)).isEqualTo(one.holdOutRepeats(row));
    }
  }

  @Property(tries = 200)
  void aHistoryIsWhatCountingDaysGives(@ForAll("ofOneCustomer") List<Sale<String>> sales) {
    List<LocalDate> days =
        sales.stream()
            .filter(sale -> sale.amount().signum() >= 0)
            .map(Sale::day)
            .distinct()
            .sorted()
            .toList();
    List<LocalDate> calibration =
        days.stream().filter(day -> !day.isAfter(PARAMETERS.calibrationEnd())).toList();
    PurchaseHistories<String> histories = summarise(sales);
    assertThat(histories.size()).isEqualTo(calibration.isEmpty() ? 0 : 1);
    if (calibration.isEmpty()) {
      return;
    }
    LocalDate first = calibration.getFirst();
    assertThat(histories.history(0))
        .isEqualTo(
            new PurchaseHistory(
                calibration.size() - 1,
                calibration.getLast().toEpochDay() - first.toEpochDay(),
                PARAMETERS.calibrationEnd().toEpochDay() - first.toEpochDay()));
    assertThat(histories.holdOutRepeats(0))
        .isEqualTo(
            days.stream()
                .filter(day -> day.isAfter(PARAMETERS.calibrationEnd()))
                .filter(day -> !day.isAfter(FIRST.plusDays(200)))
                .count());
    if (calibration.size() > 1) {
      LocalDate second = calibration.get(1);
      BigDecimal sum =
          sales.stream()
              .filter(sale -> !sale.day().isBefore(second))
              .filter(sale -> !sale.day().isAfter(PARAMETERS.calibrationEnd()))
              .map(Sale::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(histories.meanRepeatValue(0))
          .isEqualTo(sum.doubleValue() / (calibration.size() - 1), within(1e-9));
    }
  }

  @Provide
  Arbitrary<List<Sale<String>>> ofOneCustomer() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 210), Arbitraries.integers().between(-300, 900))
        .as((day, cents) -> sale("a", day, BigDecimal.valueOf(cents, 2).toPlainString()))
        .list()
        .ofMaxSize(30);
  }

  private static Sale<String> sale(@Nullable String customer, int day, String amount) {
    return new Sale<>(customer, FIRST.plusDays(day), new BigDecimal(amount), 1, 1);
  }

  @SafeVarargs
  private static PurchaseHistories<String> summarise(Sale<String>... sales) {
    List<Sale<String>> list = new ArrayList<>();
    for (Sale<String> sale : sales) {
      list.add(sale);
    }
    return summarise(list);
  }

  private static PurchaseHistories<String> summarise(List<Sale<String>> sales) {
    PurchaseSummariser<String> summariser =
        new PurchaseSummariser<>(Comparator.naturalOrder(), PARAMETERS);
    sales.forEach(summariser::add);
    return summariser.finish();
  }
}
