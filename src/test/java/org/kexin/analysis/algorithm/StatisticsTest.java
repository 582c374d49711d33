package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final Statistics.Parameters DEFAULTS = Statistics.Parameters.defaults();

  @Test
  void nothingGivesZerosForCountsAndReasonsForRatios() {
    Statistics<String> nothing = statistics(DEFAULTS);
    assertThat(nothing.totals().transactions()).isZero();
    assertThat(nothing.totals().revenue()).isEqualByComparingTo("0");
    assertThat(nothing.totals().averageOrderValue())
        .isEqualTo(Measure.missing(Statistics.NO_TRANSACTIONS));
    assertThat(nothing.totals().firstDay()).isNull();
    assertThat(nothing.concentration().reason()).isEqualTo(Concentration.NO_CUSTOMERS);
    assertThat(nothing.topCustomers()).isEmpty();
    assertThat(nothing.months()).isEmpty();
    assertThat(nothing.leftOut()).isEmpty();
  }

  @Test
  void anonymousSalesCountInTotalsAndMonthsOnly() {
    Statistics<String> statistics =
        statistics(
            DEFAULTS,
            sale(null, "2024-01-10", "40"),
            sale("a", "2024-01-11", "10"),
            sale(null, "2024-01-12", "50"),
            sale("a", "2024-01-13", "0.50"));
    assertThat(statistics.totals().revenue()).isEqualByComparingTo("100.5");
    assertThat(statistics.totals().customers()).isEqualTo(1);
    assertThat(statistics.totals().anonymousTransactions()).isEqualTo(2);
    assertThat(statistics.totals().anonymousRevenue()).isEqualByComparingTo("90");
    assertThat(statistics.concentration().revenue()).isEqualByComparingTo("10.5");
    assertThat(statistics.topCustomers().getFirst().share()).isEqualTo(1);
    assertThat(statistics.months().getFirst().transactions()).isEqualTo(4);
    assertThat(statistics.months().getFirst().customers()).isEqualTo(1);
    assertThat(statistics.leftOut())
        .containsExactly(new LeftOut(Statistics.ANONYMOUS_TRANSACTIONS, 2));
  }

  @Test
  void aNegativeTotalHasNoShareButAZeroTotalIsACustomer() {
    Statistics<String> statistics =
        statistics(
            DEFAULTS,
            sale("a", "2024-01-10", "20"),
            sale("b", "2024-01-10", "5"),
            sale("b", "2024-01-11", "-5"),
            sale("c", "2024-01-10", "-8"));
    assertThat(statistics.totals().revenue()).isEqualByComparingTo("12");
    assertThat(statistics.totals().customers()).isEqualTo(3);
    assertThat(statistics.totals().transactions()).isEqualTo(2);
    assertThat(statistics.totals().refunds()).isEqualTo(2);
    assertThat(statistics.concentration().customers()).isEqualTo(2);
    assertThat(statistics.concentration().gini().orElseThrow()).isEqualTo(0.5);
    assertThat(statistics.topCustomers())
        .extracting(Statistics.TopCustomer::customer)
        .containsExactly("a");
    assertThat(statistics.leftOut())
        .containsExactly(new LeftOut(Statistics.CUSTOMERS_WITH_NEGATIVE_TOTAL, 1));
  }

  @Test
  void topCustomersAreRankedByRevenueThenByCustomer() {
    Statistics.Parameters topTwo =
        new Statistics.Parameters(2, Concentration.Parameters.defaults(), null, null);
    Statistics<String> statistics =
        statistics(
            topTwo,
            sale("a", "2024-01-10", "1"),
            sale("b", "2024-01-10", "2"),
            sale("c", "2024-01-10", "4"),
            sale("d", "2024-01-10", "2"),
            sale("e", "2024-01-10", "1"));
    assertThat(statistics.topCustomers())
        .containsExactly(
            new Statistics.TopCustomer<>(1, "c", 1, new BigDecimal("4.00"), .4, .4),
            new Statistics.TopCustomer<>(2, "b", 1, new BigDecimal("2.00"), .2, .6));
  }

  @Test
  void monthsWithoutSalesStayInTheSeriesOverTheYearEnd() {
    Statistics<String> statistics =
        statistics(DEFAULTS, sale("a", "2023-11-30", "1"), sale("a", "2024-02-29", "2"));
    assertThat(statistics.months())
        .containsExactly(
            month("2023-11", "1.00", 1, 1, false),
            month("2023-12", "0.00", 0, 0, true),
            month("2024-01", "0.00", 0, 0, true),
            month("2024-02", "2.00", 1, 1, true));
  }

  @Test
  void theWindowDecidesWhichMonthsAreComplete() {
    Statistics.Parameters window =
        new Statistics.Parameters(
            10,
            Concentration.Parameters.defaults(),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 3, 30));
    Statistics<String> statistics =
        statistics(
            window,
            sale("a", "2023-12-31", "1"),
            sale("a", "2024-02-10", "2"),
            sale("b", "2024-02-20", "3"),
            sale("b", "2024-03-31", "4"));
    assertThat(statistics.months())
        .containsExactly(
            month("2024-01", "0.00", 0, 0, true),
            month("2024-02", "5.00", 2, 2, true),
            month("2024-03", "0.00", 0, 0, false));
    assertThat(statistics.leftOut())
        .containsExactly(new LeftOut(Statistics.TRANSACTIONS_OUTSIDE_WINDOW, 2));
  }

  @Test
  void aThousandTenthsOfACentAreExactlyOneUnit() {
    Statistics.Accumulator<String> accumulator =
        new Statistics.Accumulator<>(Comparator.naturalOrder(), DEFAULTS);
    for (int i = 0; i < 1_000; i++) {
      accumulator.add(sale("a", "2024-01-01", "0.001"));
    }
    assertThat(accumulator.finish().totals().revenue()).isEqualTo(new BigDecimal("1.00"));
  }

  @Test
  void rowsThatDoNotAscendByCustomerAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                statistics(
                    DEFAULTS,
                    sale("a", "2024-01-01", "1"),
                    sale("b", "2024-01-01", "1"),
                    sale("a", "2024-01-01", "1")))
        .withMessage("rows are not ordered by customer");
  }

  @Test
  void uuidsAscendByTheirUnsignedBytesAsTheDatabaseSortsThem() {
    UUID small = UUID.fromString("0197aaaa-0000-7000-8000-000000000001");
    UUID large = UUID.fromString("f197aaaa-0000-7000-8000-000000000001");
    Statistics.Accumulator<UUID> accumulator =
        new Statistics.Accumulator<>(CustomerOrder.ofUuids(), DEFAULTS);
    LocalDate day = LocalDate.of(2024, 1, 1);
    accumulator.add(new Sale<>(small, day, BigDecimal.ONE, 1, 1));
    accumulator.add(new Sale<>(large, day, BigDecimal.ONE, 1, 1));
    assertThat(accumulator.finish().totals().customers()).isEqualTo(2);
  }

  @Test
  void aSumBeyondTheRangeIsAnErrorAndNotAWrongSum() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                statistics(
                    DEFAULTS,
                    sale("a", "2024-01-01", "900000000000000"),
                    sale("b", "2024-01-01", "900000000000000")));
  }

  @Test
  void aFinishedStreamTakesNoMoreSales() {
    Statistics.Accumulator<String> accumulator =
        new Statistics.Accumulator<>(Comparator.naturalOrder(), DEFAULTS);
    accumulator.finish();
    assertThatIllegalStateException()
        .isThrownBy(() -> accumulator.add(sale("a", "2024-01-01", "1")));
    assertThatIllegalStateException().isThrownBy(accumulator::finish);
  }

  @Test
  void anImpossibleSaleCannotBeBuilt() {
    assertThatIllegalArgumentException().isThrownBy(() -> sale("a", "-0001-01-01", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> sale("a", "+10000-01-01", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> sale("a", "2024-01-01", "0.00001"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sale<>("a", LocalDate.EPOCH, BigDecimal.ONE, -1, 1));
  }

  @SafeVarargs
  private static Statistics<String> statistics(
      Statistics.Parameters parameters, Sale<String>... sales) {
    Statistics.Accumulator<String> accumulator =
        new Statistics.Accumulator<>(Comparator.naturalOrder(), parameters);
    for (Sale<String> sale : sales) {
      accumulator.add(sale);
    }
    return accumulator.finish();
  }

  private static Sale<String> sale(@Nullable String customer, String day, String amount) {
    return new Sale<>(customer, LocalDate.parse(day), new BigDecimal(amount), 1, 1);
  }

  private static Statistics.MonthRevenue month(
      String month, String revenue, long transactions, long customers, boolean complete) {
    return new Statistics.MonthRevenue(
        YearMonth.parse(month), new BigDecimal(revenue), transactions, customers, complete);
  }
}
