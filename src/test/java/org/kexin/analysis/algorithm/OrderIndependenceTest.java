package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Only the customer orders the stream; how one customer's rows, or summed-up customers, come must
 * not change any figure.
 */
class OrderIndependenceTest {

  private static final LocalDate REFERENCE = LocalDate.of(2024, 12, 31);
  private static final Comparator<Integer> ORDER = Comparator.naturalOrder();

  @Property
  void statisticsDoNotDependOnTheOrderWithinACustomer(
      @ForAll("sales") List<Sale<Integer>> sales, @ForAll long seed) {
    assertThat(statistics(shuffledWithinCustomers(sales, seed))).isEqualTo(statistics(sales));
  }

  @Property
  void rfmDoesNotDependOnTheOrderOfRows(
      @ForAll("sales") List<Sale<Integer>> sales, @ForAll long seed, @ForAll Rfm.Method method) {
    Rfm.Parameters parameters =
        new Rfm.Parameters(method, null, REFERENCE, SegmentTable.ofRfmPackage());
    RfmResult<Integer> streamed = rfm(sales, parameters);
    assertThat(rfm(shuffledWithinCustomers(sales, seed), parameters)).isEqualTo(streamed);

    List<CustomerActivity<Integer>> rows = summedUp(sales);
    Collections.shuffle(rows, new Random(seed));
    assertThat(Rfm.score(rows, ORDER, parameters)).isEqualTo(streamed);
  }

  @Property
  void everyCustomerIsInOneSegmentAndInEveryHistogram(
      @ForAll("sales") List<Sale<Integer>> sales, @ForAll Rfm.Method method) {
    RfmResult<Integer> result =
        rfm(sales, new Rfm.Parameters(method, null, REFERENCE, SegmentTable.ofRfmPackage()));
    assertThat(result.segments().stream().mapToLong(RfmResult.Segment::customers).sum())
        .isEqualTo(result.customers());
    for (List<RfmResult.ScoreCount> histogram :
        List.of(
            result.recencyHistogram(), result.frequencyHistogram(), result.monetaryHistogram())) {
      assertThat(histogram.stream().mapToLong(RfmResult.ScoreCount::customers).sum())
          .isEqualTo(result.customers());
    }
  }

  @Property
  void rankScoresByThePositionAmongAllCustomers(@ForAll("sales") List<Sale<Integer>> sales) {
    RfmResult<Integer> result =
        rfm(
            sales,
            new Rfm.Parameters(Rfm.Method.RANK, null, REFERENCE, SegmentTable.ofRfmPackage()));
    List<RfmResult.CustomerScore<Integer>> byAmount =
        result.scores().stream()
            .sorted(
                Comparator.comparing((RfmResult.CustomerScore<Integer> s) -> s.amount())
                    .thenComparing(s -> s.customer()))
            .toList();
    List<RfmResult.CustomerScore<Integer>> longestAbsentFirst =
        result.scores().stream()
            .sorted(
                Comparator.comparing((RfmResult.CustomerScore<Integer> s) -> s.lastDay())
                    .thenComparing(s -> s.customer()))
            .toList();
    int n = byAmount.size();
    for (int position = 0; position < n; position++) {
      int expected = Math.min(5, 5 * position / n + 1);
      assertThat(byAmount.get(position).monetaryScore()).isEqualTo(expected);
      assertThat(longestAbsentFirst.get(position).recencyScore()).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<List<Sale<Integer>>> sales() {
    Arbitrary<Sale<Integer>> sale =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(0, 400),
                Arbitraries.integers().between(0, 500))
            .as(
                (customer, daysAgo, cents) ->
                    new Sale<>(
                        customer,
                        REFERENCE.minusDays(daysAgo),
                        BigDecimal.valueOf(cents, 2),
                        1,
                        1));
    return sale.list().ofMaxSize(60).map(OrderIndependenceTest::byCustomer);
  }

  private static List<Sale<Integer>> byCustomer(List<Sale<Integer>> sales) {
    Map<Integer, List<Sale<Integer>>> groups = grouped(sales);
    List<Sale<Integer>> ordered = new ArrayList<>();
    groups.keySet().stream()
        .sorted()
        .forEach(c -> ordered.addAll(groups.getOrDefault(c, List.of())));
    return ordered;
  }

  private static List<Sale<Integer>> shuffledWithinCustomers(List<Sale<Integer>> sales, long seed) {
    List<Sale<Integer>> shuffled = new ArrayList<>(sales);
    Collections.shuffle(shuffled, new Random(seed));
    return byCustomer(shuffled);
  }

  private static Map<Integer, List<Sale<Integer>>> grouped(List<Sale<Integer>> sales) {
    Map<Integer, List<Sale<Integer>>> groups = new LinkedHashMap<>();
    for (Sale<Integer> sale : sales) {
      Integer customer = sale.customer();
      if (customer != null) {
        groups.computeIfAbsent(customer, _ -> new ArrayList<>()).add(sale);
      }
    }
    return groups;
  }

  private static List<CustomerActivity<Integer>> summedUp(List<Sale<Integer>> sales) {
    List<CustomerActivity<Integer>> rows = new ArrayList<>();
    grouped(sales)
        .forEach(
            (customer, theirs) ->
                rows.add(
                    new CustomerActivity<>(
                        customer,
                        theirs.stream().map(Sale::day).max(Comparator.naturalOrder()).orElseThrow(),
                        theirs.size(),
                        theirs.stream()
                            .map(Sale::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))));
    return rows;
  }

  private static Statistics<Integer> statistics(List<Sale<Integer>> sales) {
    Statistics.Accumulator<Integer> accumulator =
        new Statistics.Accumulator<>(ORDER, Statistics.Parameters.defaults());
    sales.forEach(accumulator::add);
    return accumulator.finish();
  }

  private static RfmResult<Integer> rfm(List<Sale<Integer>> sales, Rfm.Parameters parameters) {
    Rfm.Accumulator<Integer> accumulator = new Rfm.Accumulator<>(ORDER, parameters);
    sales.forEach(accumulator::add);
    return accumulator.finish();
  }
}
