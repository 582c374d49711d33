package org.kexin.analysis.algorithm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.ExampleSales;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.retention.RetentionResult.Activity;
import org.kexin.analysis.algorithm.retention.RetentionResult.Cohort;
import org.kexin.analysis.algorithm.retention.RetentionResult.Period;

/**
 * Cohorts of UCI Online Retail, clean lines, computed independently from the definition; the rest
 * worked by hand.
 */
class CohortTest {

  @Test
  void theCohortOfDecember2010IsThatOfTheDefinition() {
    Retention.Accumulator<String> accumulator =
        new Retention.Accumulator<>(Comparator.naturalOrder(), Retention.Parameters.defaults());
    ExampleSales.ofOnlineRetail().forEach(accumulator::add);
    RetentionResult result = accumulator.finish();

    assertThat(result.cohorts()).hasSize(13);
    Cohort cohort = result.cohorts().getFirst();
    assertThat(cohort.month()).isEqualTo(YearMonth.of(2010, 12));
    assertThat(cohort.size()).isEqualTo(885);
    assertThat(cohort.months())
        .extracting(Activity::customers)
        .containsExactly(
            885L, 324L, 286L, 340L, 321L, 352L, 321L, 309L, 313L, 350L, 331L, 445L, 235L);
    assertThat(cohort.months().get(1).month()).isEqualTo(YearMonth.of(2011, 1));
    assertThat(cohort.months().get(1).retention().orElseThrow()).isCloseTo(.3661, within(5e-5));
    assertThat(cohort.months().get(11).retention().orElseThrow()).isCloseTo(.5028, within(5e-5));
    assertThat(cohort.months())
        .filteredOn(month -> !month.complete())
        .containsExactly(cohort.months().getLast());
    assertThat(result.cohorts().stream().mapToLong(Cohort::size).sum()).isEqualTo(4_338);
    assertThat(
            result.cohorts().stream().map(Cohort::revenue).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("8911407.904");
    assertThat(
            result.periods().stream().map(Period::revenue).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("8911407.904");
    assertThat(result.periods().getFirst().customers()).isEqualTo(885);
    assertThat(result.periods().get(1).retained()).isEqualTo(324);
    assertThat(result.leftOut()).isEmpty();
  }

  @Test
  void monthsAfterGoOnOverTheEndOfTheYear() {
    RetentionResult result =
        count(
            Retention.Parameters.defaults(),
            sale(1, "2023-12-31", "10"),
            sale(1, "2024-01-01", "5"),
            sale(1, "2025-01-31", "1"));

    Cohort cohort = result.cohorts().getFirst();
    assertThat(cohort.months()).hasSize(14);
    assertThat(cohort.months())
        .filteredOn(month -> month.customers() > 0)
        .extracting(Activity::monthsAfter)
        .containsExactly(0, 1, 13);
    assertThat(cohort.months().getLast().month()).isEqualTo(YearMonth.of(2025, 1));
    assertThat(cohort.revenue()).isEqualByComparingTo("16");
  }

  @Test
  void aMonthWithoutNewCustomersStaysAsAnEmptyCohort() {
    RetentionResult result =
        count(
            Retention.Parameters.defaults(),
            sale(1, "2024-01-10", "1"),
            sale(2, "2024-03-10", "1"));

    assertThat(result.cohorts()).extracting(Cohort::size).containsExactly(1L, 0L, 1L);
    assertThat(result.cohorts().get(1).months().getFirst().retention().reason())
        .isEqualTo(RetentionResult.EMPTY_COHORT);
    assertThat(result.cohorts().getFirst().months().get(1).retention().orElseThrow()).isZero();
  }

  @Test
  void onlyMonthsSeenWholeAreComplete() {
    LocalDate from = LocalDate.of(2024, 1, 1);
    RetentionResult whole =
        count(
            new Retention.Parameters(from, LocalDate.of(2024, 2, 29), null, 1),
            sale(1, "2024-01-10", "1"));
    assertThat(whole.cohorts()).extracting(Cohort::complete).containsExactly(true, true);

    RetentionResult cut =
        count(
            new Retention.Parameters(from.plusDays(1), LocalDate.of(2024, 2, 28), null, 1),
            sale(1, "2024-01-10", "1"));
    assertThat(cut.cohorts()).extracting(Cohort::complete).containsExactly(false, false);
  }

  @Test
  void refundsLowerRevenueButMakeNobodyActive() {
    RetentionResult result =
        count(
            Retention.Parameters.defaults(),
            sale(1, "2024-01-05", "-7"),
            sale(1, "2024-02-05", "100"),
            sale(1, "2024-03-05", "-30"),
            sale(2, "2024-03-31", "-5"));

    Cohort february = result.cohorts().get(1);
    assertThat(february.size()).isEqualTo(1);
    assertThat(february.revenue()).isEqualByComparingTo("70");
    assertThat(february.months().getLast().customers()).isZero();
    assertThat(february.months().getLast().revenue()).isEqualByComparingTo("-30");
    assertThat(result.leftOut())
        .containsExactly(
            new LeftOut(RetentionResult.CUSTOMERS_WITH_REFUNDS_ONLY, 1),
            new LeftOut(RetentionResult.REFUNDS_BEFORE_FIRST_ORDER, 1));
  }

  @Test
  void anonymousSalesAndThoseOutsideAreLeftOut() {
    RetentionResult result =
        count(
            new Retention.Parameters(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31), null, 1),
            sale(null, "2024-01-05", "1"),
            sale(1, "2023-12-31", "1"),
            sale(1, "2024-02-01", "1"));

    assertThat(result.cohorts()).extracting(Cohort::size).containsExactly(0L);
    assertThat(result.retentionRate().reason()).isEqualTo(RetentionResult.NO_COMPLETE_PAIR);
    assertThat(result.leftOut())
        .containsExactly(
            new LeftOut(RetentionResult.ANONYMOUS_TRANSACTIONS, 1),
            new LeftOut(RetentionResult.TRANSACTIONS_OUTSIDE_WINDOW, 2));
  }

  @Test
  void customersWonBeforeTheFirstCohortAreNotTakenForNew() {
    RetentionResult result =
        count(
            new Retention.Parameters(null, null, YearMonth.of(2024, 2), 1),
            sale(1, "2024-01-05", "1"),
            sale(1, "2024-02-05", "1"),
            sale(2, "2024-02-05", "1"));

    assertThat(result.cohorts()).extracting(Cohort::size).containsExactly(1L);
    assertThat(result.periods()).extracting(Period::newCustomers).containsExactly(1L, 1L);
    assertThat(result.leftOut())
        .containsExactly(new LeftOut(RetentionResult.CUSTOMERS_OF_EARLIER_COHORTS, 1));
  }

  @Test
  void anAbsurdDateDoesNotMakeAnAbsurdTable() {
    RetentionResult result =
        count(
            Retention.Parameters.defaults(),
            sale(1, "0001-01-01", "1"),
            sale(2, "2024-02-05", "1"));

    assertThat(result.cohorts()).hasSize(1_200);
    assertThat(result.cohorts().getLast().size()).isEqualTo(1);
    assertThat(result.leftOut())
        .containsExactly(new LeftOut(RetentionResult.CUSTOMERS_OF_EARLIER_COHORTS, 1));
  }

  @Test
  void withoutSalesThereIsNothingOrTheWindow() {
    RetentionResult nothing = count(Retention.Parameters.defaults());
    assertThat(nothing.cohorts()).isEmpty();
    assertThat(nothing.periods()).isEmpty();
    assertThat(nothing.from()).isNull();
    assertThat(nothing.retentionRate().reason()).isEqualTo(RetentionResult.NO_COMPLETE_PAIR);

    RetentionResult window =
        count(
            new Retention.Parameters(
                LocalDate.of(2023, 11, 1), LocalDate.of(2024, 1, 31), null, 1));
    assertThat(window.cohorts()).extracting(Cohort::size).containsExactly(0L, 0L, 0L);
    assertThat(window.periods())
        .extracting(period -> period.acquisitionRate().reason())
        .containsOnly(RetentionResult.NO_CUSTOMERS);
  }

  /** Customers 1 to 4 buy in the first half; 1 and 2 in the second; 1 and 3 in the third. */
  @Test
  void periodsCountWhoComesBackFromTheOneBefore() {
    RetentionResult result =
        count(
            new Retention.Parameters(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 6, 30), null, 6),
            sale(1, "2023-01-31", "10"),
            sale(1, "2023-06-30", "10"),
            sale(1, "2023-07-01", "10"),
            sale(1, "2024-06-30", "4"),
            sale(2, "2023-03-01", "10"),
            sale(2, "2023-12-31", "20"),
            sale(3, "2023-03-01", "10"),
            sale(3, "2024-01-01", "7"),
            sale(4, "2023-03-01", "10"));

    assertThat(result.periods())
        .containsExactly(
            new Period(
                YearMonth.of(2023, 1),
                YearMonth.of(2023, 6),
                4,
                4,
                0,
                Measure.missing(RetentionResult.NO_CUSTOMERS_BEFORE),
                Measure.of(1.0),
                new BigDecimal("50.00"),
                new BigDecimal("0.00"),
                true),
            new Period(
                YearMonth.of(2023, 7),
                YearMonth.of(2023, 12),
                2,
                0,
                2,
                Measure.of(.5),
                Measure.of(0.0),
                new BigDecimal("30.00"),
                new BigDecimal("30.00"),
                true),
            new Period(
                YearMonth.of(2024, 1),
                YearMonth.of(2024, 6),
                2,
                0,
                1,
                Measure.of(.5),
                Measure.of(0.0),
                new BigDecimal("11.00"),
                new BigDecimal("4.00"),
                true));
    assertThat(result.retentionRate()).isEqualTo(Measure.of(.5));
  }

  @Test
  void aPeriodThatIsNotCompleteIsNotInTheRate() {
    RetentionResult result =
        count(
            new Retention.Parameters(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 15), null, 1),
            sale(1, "2024-01-31", "10"),
            sale(1, "2024-02-01", "10"),
            sale(2, "2024-02-01", "10"));
    assertThat(result.retentionRate()).isEqualTo(Measure.of(1.0));
  }

  @Test
  void theOrderOfACustomersSalesDoesNotMatter() {
    Sale<Integer> december = sale(1, "2023-12-31", "10");
    Sale<Integer> january = sale(1, "2024-01-15", "20");
    Sale<Integer> refund = sale(1, "2024-01-20", "-5");
    Sale<Integer> march = sale(1, "2024-03-01", "40");
    Retention.Parameters defaults = Retention.Parameters.defaults();

    assertThat(count(defaults, march, refund, december, january))
        .isEqualTo(count(defaults, december, january, refund, march));
    assertThat(count(defaults, january, march, refund, december))
        .isEqualTo(count(defaults, december, january, refund, march));
  }

  @Test
  void customersOutOfOrderAndUseAfterTheEndAreRefused() {
    Retention.Accumulator<Integer> accumulator =
        new Retention.Accumulator<>(Comparator.naturalOrder(), Retention.Parameters.defaults());
    accumulator.add(sale(2, "2024-01-01", "1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(sale(1, "2024-01-01", "1")));
    accumulator.finish();
    assertThatIllegalStateException().isThrownBy(() -> accumulator.add(sale(3, "2024-01-01", "1")));
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention.Parameters(day, day.minusDays(1), null, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention.Parameters(null, null, null, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention.Parameters(null, null, YearMonth.of(10_000, 1), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention.Parameters(LocalDate.of(0, 12, 31), null, null, 1));
  }

  private static Sale<Integer> sale(@Nullable Integer customer, String day, String amount) {
    return new Sale<>(customer, LocalDate.parse(day), new BigDecimal(amount), 1, 1);
  }

  @SafeVarargs
  private static RetentionResult count(Retention.Parameters parameters, Sale<Integer>... sales) {
    Retention.Accumulator<Integer> accumulator =
        new Retention.Accumulator<>(Comparator.naturalOrder(), parameters);
    for (Sale<Integer> sale : sales) {
      accumulator.add(sale);
    }
    return accumulator.finish();
  }
}
