package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RfmTest {

  private static final LocalDate REFERENCE = LocalDate.of(2006, 12, 31);
  private static final Comparator<String> ORDER = Comparator.naturalOrder();

  @Test
  void thresholdsAreThoseOfTheRPackage() {
    RfmResult.Thresholds thresholds = rfmPackage(Rfm.Method.RFM_PACKAGE).thresholds();
    assertThat(thresholds.recency()).isEqualTo(decimals("115", "181", "297.4", "482"));
    assertThat(thresholds.frequency()).isEqualTo(decimals("4", "5", "6", "8"));
    assertThat(thresholds.monetary()).isEqualTo(decimals("255.8", "382", "506.4", "666"));
    assertThat(thresholds.reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Abbey O'Reilly, 205, 6, 472, 343",
    "Add Senger, 140, 3, 340, 412",
    "Aden Lesch, 194, 4, 405, 323",
    "Aden Murphy, 98, 7, 596, 544",
    "Admiral Senger, 132, 5, 448, 433"
  })
  void scoresAreThoseOfTheReadmeOfTheRPackage(
      String customer, long days, long orders, BigDecimal amount, int rfmScore) {
    RfmResult.CustomerScore<String> score = scoreOf(rfmPackage(Rfm.Method.RFM_PACKAGE), customer);
    assertThat(score.recencyDays()).isEqualTo(days);
    assertThat(score.orders()).isEqualTo(orders);
    assertThat(score.amount()).isEqualByComparingTo(amount);
    assertThat(score.rfmScore()).isEqualTo(rfmScore);
  }

  @Test
  void championsAreThoseOfTheRPackage() {
    RfmResult<String> result = rfmPackage(Rfm.Method.RFM_PACKAGE);
    assertThat(result.customers()).isEqualTo(995);
    assertThat(result.segments())
        .contains(new RfmResult.Segment("Champions", 158, 1_234, new BigDecimal("120178.00")));
    assertThat(result.segments().stream().mapToLong(RfmResult.Segment::customers).sum())
        .isEqualTo(995);
    assertThat(result.segments().stream().mapToLong(RfmResult.Segment::orders).sum())
        .isEqualTo(4_906);
    assertThat(
            result.segments().stream()
                .map(RfmResult.Segment::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("464158");
  }

  @ParameterizedTest
  @EnumSource(
      value = Rfm.Method.class,
      names = {"RFM_PACKAGE", "CUT"})
  void oneCustomerIsScoredAsInTheListOfAll(Rfm.Method method) {
    RfmResult<String> result = rfmPackage(method);
    for (RfmResult.CustomerScore<String> score : result.scores()) {
      assertThat(Rfm.score(score, result.thresholds(), method, SegmentTable.ofRfmPackage()))
          .isEqualTo(score);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Rfm.score(
                    result.scores().getFirst(),
                    rfmPackage(Rfm.Method.RANK).thresholds(),
                    Rfm.Method.RANK,
                    SegmentTable.ofRfmPackage()));
  }

  /**
   * The cuts are the quantiles themselves, so a value that reaches a cut without exceeding it
   * scores differently.
   */
  @Test
  void cutUsesTheQuantilesThemselves() {
    RfmResult.Thresholds thresholds = rfmPackage(Rfm.Method.CUT).thresholds();
    assertThat(thresholds.recency()).isEqualTo(decimals("114", "180", "296.4", "481"));
    assertThat(thresholds.frequency()).isEqualTo(decimals("3", "4", "5", "7"));
    assertThat(thresholds.monetary()).isEqualTo(decimals("254.8", "381", "505.4", "665"));
  }

  @Test
  void cutScoresByTheNumberOfCutsExceeded() {
    RfmResult<String> result = Rfm.score(oneToSix(), ORDER, parameters(Rfm.Method.CUT));
    // Cuts of 1..6 lie at 2, 3, 4 and 5.
    assertThat(result.thresholds().frequency()).isEqualTo(decimals("2", "3", "4", "5"));
    assertThat(result.scores())
        .extracting(s -> s.frequencyScore())
        .containsExactly(1, 1, 2, 3, 4, 5);
    assertThat(result.scores()).extracting(s -> s.recencyScore()).containsExactly(5, 5, 4, 3, 2, 1);
  }

  @Test
  void theMethodOfTheRPackageScoresByTheNumberOfThresholdsReached() {
    RfmResult<String> result = Rfm.score(oneToSix(), ORDER, parameters(Rfm.Method.RFM_PACKAGE));
    assertThat(result.thresholds().frequency()).isEqualTo(decimals("3", "4", "5", "6"));
    assertThat(result.scores())
        .extracting(s -> s.frequencyScore())
        .containsExactly(1, 1, 2, 3, 4, 5);
  }

  /** Money is not whole: 2.50 exceeds the cut at 2, but does not reach the threshold 3. */
  @Test
  void theMethodsDifferForMoneyBetweenTheQuantileAndOneMore() {
    List<CustomerActivity<String>> rows =
        List.of("a 1", "b 2", "c 2.50", "d 4", "e 5", "f 6").stream()
            .map(row -> row.split(" ", -1))
            .map(row -> new CustomerActivity<>(row[0], REFERENCE, 1, new BigDecimal(row[1])))
            .toList();
    RfmResult<String> cut = Rfm.score(rows, ORDER, parameters(Rfm.Method.CUT));
    RfmResult<String> shifted = Rfm.score(rows, ORDER, parameters(Rfm.Method.RFM_PACKAGE));
    assertThat(cut.thresholds().monetary()).isEqualTo(decimals("2", "2.5", "4", "5"));
    assertThat(cut.scores()).extracting(s -> s.monetaryScore()).containsExactly(1, 1, 2, 3, 4, 5);
    assertThat(shifted.thresholds().monetary()).isEqualTo(decimals("3", "3.5", "5", "6"));
    assertThat(shifted.scores())
        .extracting(s -> s.monetaryScore())
        .containsExactly(1, 1, 1, 3, 4, 5);
  }

  @Test
  void rankGivesFifthsOfEqualSize() {
    RfmResult<String> result = rfmPackage(Rfm.Method.RANK);
    for (List<RfmResult.ScoreCount> histogram :
        List.of(
            result.recencyHistogram(), result.frequencyHistogram(), result.monetaryHistogram())) {
      assertThat(histogram).extracting(RfmResult.ScoreCount::customers).containsOnly(199L);
    }
    assertThat(result.thresholds().recency()).isEmpty();
    assertThat(result.thresholds().reason()).isEqualTo(RfmResult.METHOD_WITHOUT_THRESHOLDS);
  }

  @Test
  void rankBreaksTiesByCustomer() {
    List<CustomerActivity<String>> equal =
        List.of("e", "c", "a", "d", "b").stream().map(c -> activity(c, 1, 1)).toList();
    RfmResult<String> result = Rfm.score(equal, ORDER, parameters(Rfm.Method.RANK));
    assertThat(result.scores())
        .extracting(RfmResult.CustomerScore::customer)
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(result.scores())
        .extracting(RfmResult.CustomerScore::rfmScore)
        .containsExactly(111, 222, 333, 444, 555);
  }

  @Test
  void rankPutsTheLongestAbsentFirst() {
    RfmResult<String> result = Rfm.score(oneToSix(), ORDER, parameters(Rfm.Method.RANK));
    // Positions 0..5 of six: 5·p/6 rounds down to 0 0 1 2 3 4.
    assertThat(result.scores())
        .extracting(s -> s.frequencyScore())
        .containsExactly(1, 1, 2, 3, 4, 5);
    assertThat(result.scores()).extracting(s -> s.recencyScore()).containsExactly(5, 4, 3, 2, 1, 1);
  }

  @Test
  void heavyTiesShowInTheHistogram() {
    List<CustomerActivity<String>> rows =
        List.of(
            activity("a", 1, 1),
            activity("b", 1, 1),
            activity("c", 1, 1),
            activity("d", 1, 1),
            activity("e", 9, 9));
    RfmResult<String> result = Rfm.score(rows, ORDER, parameters(Rfm.Method.CUT));
    assertThat(result.frequencyHistogram())
        .extracting(RfmResult.ScoreCount::customers)
        .containsExactly(4L, 0L, 0L, 0L, 1L);
  }

  @ParameterizedTest
  @EnumSource(Rfm.Method.class)
  void nobodyGivesNoScoresAndAReason(Rfm.Method method) {
    RfmResult<String> result = Rfm.score(List.of(), ORDER, parameters(method));
    assertThat(result.customers()).isZero();
    assertThat(result.scores()).isEmpty();
    assertThat(result.thresholds().recency()).isEmpty();
    assertThat(result.thresholds().reason()).isNotNull();
    assertThat(result.segments()).extracting(RfmResult.Segment::customers).containsOnly(0L);
  }

  @ParameterizedTest
  @CsvSource({"RFM_PACKAGE, 511", "CUT, 511", "RANK, 111"})
  void oneCustomerHasADefinedScore(Rfm.Method method, int expected) {
    RfmResult<String> result = Rfm.score(List.of(activity("a", 3, 2)), ORDER, parameters(method));
    assertThat(result.scores())
        .extracting(RfmResult.CustomerScore::rfmScore)
        .containsExactly(expected);
  }

  @Test
  void aRefundLowersTheAmountButIsNeitherAnOrderNorAVisit() {
    Rfm.Accumulator<String> accumulator = new Rfm.Accumulator<>(ORDER, parameters(Rfm.Method.CUT));
    accumulator.add(sale("a", "2006-12-01", "100.00"));
    accumulator.add(sale("a", "2006-12-30", "-30.25"));
    accumulator.add(sale("b", "2006-12-30", "-5"));
    accumulator.add(sale(null, "2006-12-30", "5"));
    accumulator.add(sale("c", "2007-01-01", "5"));
    RfmResult<String> result = accumulator.finish();

    RfmResult.CustomerScore<String> only = result.scores().getFirst();
    assertThat(result.scores()).hasSize(1);
    assertThat(only.recencyDays()).isEqualTo(30);
    assertThat(only.lastDay()).isEqualTo("2006-12-01");
    assertThat(only.orders()).isEqualTo(1);
    assertThat(only.amount()).isEqualTo(new BigDecimal("69.75"));
    assertThat(result.leftOut())
        .containsExactly(
            new LeftOut(RfmResult.ANONYMOUS_TRANSACTIONS, 1),
            new LeftOut(RfmResult.CUSTOMERS_WITH_REFUNDS_ONLY, 1),
            new LeftOut(Statistics.TRANSACTIONS_OUTSIDE_WINDOW, 1));
    assertThatIllegalStateException().isThrownBy(accumulator::finish);
  }

  @Test
  void aCustomerTwiceOrFromTheFutureIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Rfm.score(
                    List.of(activity("a", 1, 1), activity("a", 2, 1)),
                    ORDER,
                    parameters(Rfm.Method.CUT)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Rfm.score(List.of(activity("a", -1, 1)), ORDER, parameters(Rfm.Method.CUT)));
  }

  private static RfmResult<String> rfmPackage(Rfm.Method method) {
    Rfm.Accumulator<String> accumulator = new Rfm.Accumulator<>(ORDER, parameters(method));
    ExampleSales.ofRfmPackage().forEach(accumulator::add);
    return accumulator.finish();
  }

  private static Rfm.Parameters parameters(Rfm.Method method) {
    return new Rfm.Parameters(method, null, REFERENCE, SegmentTable.ofRfmPackage());
  }

  /** Six customers a..f with 1..6 days, orders and currency units. */
  private static List<CustomerActivity<String>> oneToSix() {
    return List.of(
        activity("f", 6, 6),
        activity("b", 2, 2),
        activity("a", 1, 1),
        activity("d", 4, 4),
        activity("c", 3, 3),
        activity("e", 5, 5));
  }

  private static CustomerActivity<String> activity(String customer, long days, long orders) {
    return new CustomerActivity<>(
        customer, REFERENCE.minusDays(days), orders, BigDecimal.valueOf(orders));
  }

  private static Sale<String> sale(@Nullable String customer, String day, String amount) {
    return new Sale<>(customer, LocalDate.parse(day), new BigDecimal(amount), 1, 1);
  }

  private static RfmResult.CustomerScore<String> scoreOf(
      RfmResult<String> result, String customer) {
    return result.scores().stream()
        .filter(score -> score.customer().equals(customer))
        .findFirst()
        .orElseThrow();
  }

  private static List<BigDecimal> decimals(String... values) {
    return List.of(values).stream().map(BigDecimal::new).toList();
  }
}
