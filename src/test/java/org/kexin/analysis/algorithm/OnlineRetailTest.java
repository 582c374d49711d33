package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * UCI Online Retail, clean lines. Totals, customers and revenue are widely quoted; the other
 * numbers were computed independently from the definitions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailTest {

  private static final LocalDate REFERENCE = LocalDate.of(2011, 12, 10);

  private List<Sale<String>> sales = List.of();
  private Statistics<String> statistics =
      new Statistics.Accumulator<>(
              Comparator.<String>naturalOrder(), Statistics.Parameters.defaults())
          .finish();

  @BeforeAll
  void readOnce() {
    sales = ExampleSales.ofOnlineRetail();
    Statistics.Accumulator<String> accumulator =
        new Statistics.Accumulator<>(Comparator.naturalOrder(), Statistics.Parameters.defaults());
    sales.forEach(accumulator::add);
    statistics = accumulator.finish();
  }

  @Test
  void totalsAreThoseWidelyQuoted() {
    Statistics.Totals totals = statistics.totals();
    assertThat(totals.lines()).isEqualTo(397_884);
    assertThat(totals.customers()).isEqualTo(4_338);
    assertThat(totals.transactions()).isEqualTo(18_532);
    assertThat(totals.revenue()).isEqualTo(new BigDecimal("8911407.904"));
    assertThat(totals.averageOrderValue().orElseThrow()).isEqualByComparingTo("480.8660");
    assertThat(totals.firstDay()).isEqualTo("2010-12-01");
    assertThat(totals.lastDay()).isEqualTo("2011-12-09");
    assertThat(statistics.leftOut()).isEmpty();
  }

  @Test
  void concentrationIsThatOfTheDefinition() {
    Concentration concentration = statistics.concentration();
    assertThat(concentration.gini().orElseThrow()).isCloseTo(0.71513962, within(5e-9));
    assertThat(concentration.abc().getFirst().customers()).isEqualTo(1_132);
    assertThat(concentration.abc())
        .extracting(Concentration.AbcClass::name)
        .containsExactly("A", "B", "C");
    assertThat(concentration.abc().stream().mapToLong(Concentration.AbcClass::customers).sum())
        .isEqualTo(4_338);
    assertThat(concentration.topShares())
        .extracting(Concentration.TopShare::customers)
        .containsExactly(44L, 217L, 434L, 868L, 2_169L);
    assertThat(concentration.lorenz()).hasSize(21);
  }

  @Test
  void customer14646BuysMost() {
    Statistics.TopCustomer<String> best = statistics.topCustomers().getFirst();
    assertThat(statistics.topCustomers()).hasSize(10);
    assertThat(best.customer()).isEqualTo("14646");
    assertThat(best.transactions()).isEqualTo(73);
    assertThat(best.revenue()).isEqualTo(new BigDecimal("280206.02"));
    assertThat(best.share()).isCloseTo(280206.02 / 8911407.904, within(1e-15));
  }

  @Test
  void theMonthTheDataEndInIsFlagged() {
    List<Statistics.MonthRevenue> months = statistics.months();
    assertThat(months).hasSize(13);
    assertThat(months.getFirst().month()).isEqualTo(YearMonth.of(2010, 12));
    assertThat(months.getFirst().customers()).isEqualTo(885);
    assertThat(months.getLast().month()).isEqualTo(YearMonth.of(2011, 12));
    assertThat(months).filteredOn(month -> !month.complete()).containsExactly(months.getLast());
    assertThat(
            months.stream()
                .map(Statistics.MonthRevenue::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("8911407.904");
  }

  @Test
  void rfmValuesOfThreeCustomersAreThoseOfTheDefinition() {
    Rfm.Accumulator<String> accumulator =
        new Rfm.Accumulator<>(Comparator.naturalOrder(), Rfm.Parameters.defaults(REFERENCE));
    sales.forEach(accumulator::add);
    RfmResult<String> result = accumulator.finish();

    assertThat(result.customers()).isEqualTo(4_338);
    assertValues(result, "12346", 326, 1, "77183.60");
    assertValues(result, "12748", 1, 209, "33719.73");
    assertValues(result, "14646", 2, 73, "280206.02");
  }

  private static void assertValues(
      RfmResult<String> result, String customer, long days, long orders, String amount) {
    RfmResult.CustomerScore<String> score =
        result.scores().stream()
            .filter(s -> s.customer().equals(customer))
            .findFirst()
            .orElseThrow();
    assertThat(score.recencyDays()).isEqualTo(days);
    assertThat(score.orders()).isEqualTo(orders);
    assertThat(score.amount()).isEqualTo(new BigDecimal(amount));
  }
}
