package org.kexin.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.About;
import org.kexin.analysis.Filters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.DayBlocks;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;
import org.kexin.analysis.algorithm.forecast.TimeSeries;

/** What is computed for who may not see individuals does not depend on what is held back. */
class ShownPeriodsTest {

  private static final int K = 3;
  private static final SmallGroups GROUPS = new SmallGroups(false, K);
  private static final SalesQuery ALL =
      new SalesQuery(
          null,
          null,
          SalesQuery.Returns.EXCLUDED,
          SalesQuery.Anonymous.EXCLUDED,
          null,
          null,
          Filters.NONE);
  private static final LocalDate START = LocalDate.of(2023, 1, 1);

  /** Buyers of each month, from 0 to 5; amounts of the held back months differ between the two. */
  @Property(tries = 200)
  void noFigureChangesWithAValueThatIsHeldBack(
      @ForAll @Size(min = 8, max = 30) List<@IntRange(min = 0, max = 5) Integer> buyers,
      @ForAll @IntRange(min = 1, max = 1000) int other) {
    List<Sale<UUID>> sales = sales(buyers, 7);
    DayBlocks blocks = blocks(sales);
    ForecastView one = view(sales, blocks);
    List<String> held =
        one.series().stream()
            .filter(ForecastView.TrendPoint::heldBack)
            .map(ForecastView.TrendPoint::period)
            .toList();
    List<Sale<UUID>> changed =
        sales.stream()
            .map(
                sale ->
                    held.contains(PeriodUnit.MONTH.label(sale.day()))
                        ? sale(Objects.requireNonNull(sale.customer()), sale.day(), other)
                        : sale)
            .toList();

    assertThat(view(changed, blocks)).isEqualTo(one);
  }

  @Property(tries = 200)
  void whatIsHeldBackBetweenShownPeriodsIsOfEnoughCustomers(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 5) Integer> buyers) {
    List<Sale<UUID>> sales = sales(buyers, 7);
    ForecastView view = view(sales, blocks(sales));
    List<UUID> together = new ArrayList<>();
    for (ForecastView.TrendPoint point : view.series()) {
      if (point.heldBack()) {
        sales.stream()
            .filter(sale -> PeriodUnit.MONTH.label(sale.day()).equals(point.period()))
            .forEach(sale -> together.add(sale.customer()));
      } else {
        assertThat(together.stream().distinct().count())
            .satisfiesAnyOf(
                n -> assertThat(n).isZero(), n -> assertThat(n).isGreaterThanOrEqualTo(K));
        together.clear();
      }
    }
  }

  @Test
  void whoSeesIndividualsSeesEveryPeriod() {
    List<Sale<UUID>> sales = sales(List.of(1, 0, 2), 7);
    TrendTally tally = tally(sales);
    ShownPeriods shown =
        new ShownPeriods(TrendMeasure.REVENUE, tally, DayBlocks.NONE, new SmallGroups(true, K));

    TimeSeries series =
        Objects.requireNonNull(
            TrendSeries.of(PeriodUnit.MONTH, TrendMeasure.REVENUE, tally, shown));

    assertThat(series.periods())
        .extracting(period -> period.value().value())
        .containsExactly(7.0, 0.0, 14.0);
  }

  private static ForecastView view(List<Sale<UUID>> sales, DayBlocks blocks) {
    TrendTally tally = tally(sales);
    ShownPeriods shown = new ShownPeriods(TrendMeasure.REVENUE, tally, blocks, GROUPS);
    TimeSeries series = TrendSeries.of(PeriodUnit.MONTH, TrendMeasure.REVENUE, tally, shown);
    ForecastPlan plan = ForecastPlan.of(PeriodUnit.MONTH, null, null, 3, 4);
    About about =
        new About(
            "m", "1", new TreeMap<>(), new About.Window(null, null), null, null, null, List.of());
    return ForecastViews.view(
        about,
        "REVENUE",
        plan,
        series == null ? null : SeriesResult.of(series, plan, share -> {}),
        GROUPS);
  }

  private static TrendTally tally(List<Sale<UUID>> sales) {
    TrendTally tally = new TrendTally(PeriodUnit.MONTH, ALL);
    sales.forEach(tally::add);
    return tally;
  }

  private static DayBlocks blocks(List<Sale<UUID>> sales) {
    DayBlocks.Accumulator<UUID> blocks = new DayBlocks.Accumulator<>(K);
    sales.forEach(sale -> blocks.add(Objects.requireNonNull(sale.customer()), sale.day(), false));
    return blocks.finish();
  }

  /** By customer, then by month, as a pass gives them. */
  private static List<Sale<UUID>> sales(List<Integer> buyers, int amount) {
    List<Sale<UUID>> sales = new ArrayList<>();
    for (int customer = 1; customer <= 5; customer++) {
      for (int month = 0; month < buyers.size(); month++) {
        if (customer <= buyers.get(month)) {
          sales.add(
              sale(new UUID(0, customer), START.plusMonths(month).plusDays(customer), amount));
        }
      }
    }
    return sales;
  }

  private static Sale<UUID> sale(UUID customer, LocalDate day, int amount) {
    return new Sale<>(customer, day, BigDecimal.valueOf(amount), 1, 1);
  }
}
