package org.kexin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.SegmentTable;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.shared.Page;

/** Results of algorithms as answers, without the figures of groups that are too small to show. */
final class AnalysisViews {

  static final String RFM_DEFINITION =
      "R: days from the customer's last order to the reference date. F: number of orders. M: sum of"
          + " their values. Scores 1 to 5, 5 is best; the first rule of the segment table that fits"
          + " gives the segment.";

  private AnalysisViews() {}

  /**
   * @param named the best customers that the caller may know; null for callers who are named nobody
   * @param parts the groups asked for; null for none
   */
  static StatisticsView statistics(
      About about,
      Statistics<UUID> result,
      Answering.Fitted fitted,
      @Nullable List<Statistics.TopCustomer<UUID>> named,
      @Nullable List<StatisticsView.SalesGroup> parts,
      SmallGroups groups) {
    long customers = result.totals().customers();
    return new StatisticsView(
        about,
        groups.show(customers, totals(result.totals())),
        concentration(result.concentration(), customers, groups),
        named == null ? null : named.stream().map(AnalysisViews::top).toList(),
        result.months().stream().map(month -> month(month, fitted, groups)).toList(),
        parts);
  }

  static RfmView rfm(About about, RfmResult<UUID> result, SmallGroups groups) {
    List<RfmView.ScoreCount> recency = histogram(result.recencyHistogram(), groups);
    List<RfmView.ScoreCount> frequency = histogram(result.frequencyHistogram(), groups);
    List<RfmView.ScoreCount> monetary = histogram(result.monetaryHistogram(), groups);
    boolean allShown =
        Stream.of(recency, frequency, monetary)
            .flatMap(List::stream)
            .allMatch(score -> score.customers() != null);
    List<Boolean> shown = groups.shown(result.segments(), RfmResult.Segment::customers);
    return new RfmView(
        about,
        RFM_DEFINITION,
        groups.show(result.customers(), result.customers()),
        allShown ? thresholds(result) : null,
        recency,
        frequency,
        monetary,
        IntStream.range(0, shown.size())
            .mapToObj(i -> segment(result.segments().get(i), shown.get(i)))
            .toList(),
        result.shadowedRules().stream().map(SegmentTable.ShadowedRule::name).toList());
  }

  /** Scores of customers behind one, by id. */
  static List<RfmView.CustomerScore> scores(
      RfmResult<UUID> result, @Nullable UUID customer, @Nullable UUID afterId, int limit) {
    List<RfmView.CustomerScore> rows = new ArrayList<>();
    for (RfmResult.CustomerScore<UUID> score : result.scores()) {
      boolean wanted =
          (customer == null || customer.equals(score.customer()))
              && (afterId == null
                  || CustomerOrder.ofUuids().compare(score.customer(), afterId) > 0);
      if (wanted) {
        rows.add(score(score));
      }
      if (rows.size() == limit) {
        break;
      }
    }
    return rows;
  }

  static RfmView.ScorePage page(About about, Page<RfmView.CustomerScore> page) {
    return new RfmView.ScorePage(about, page.items(), page.nextPageToken());
  }

  private static StatisticsView.Totals totals(Statistics.Totals totals) {
    BigDecimal average = totals.averageOrderValue().value();
    return new StatisticsView.Totals(
        totals.transactions(),
        totals.refunds(),
        totals.lines(),
        totals.quantity(),
        text(totals.revenue()),
        totals.customers(),
        average == null ? null : text(average),
        totals.firstDay(),
        totals.lastDay());
  }

  /**
   * @param allCustomers also those with a negative total, who are compared with nobody. When they
   *     are too few to show, their number and revenue must not come out as the difference either
   */
  static StatisticsView.Concentration concentration(
      Concentration concentration, long allCustomers, SmallGroups groups) {
    long compared = concentration.customers();
    if (!groups.shows(compared)) {
      return new StatisticsView.Concentration(
          null, null, null, null, List.of(), List.of(), List.of(), groups.reason());
    }
    long notCompared = allCustomers - compared;
    boolean countShown = groups.shows(notCompared);
    return new StatisticsView.Concentration(
        countShown ? compared : null,
        value(concentration.gini()),
        value(concentration.correctedGini()),
        value(concentration.herfindahlHirschman()),
        abc(concentration, notCompared, groups),
        concentration.topShares().stream()
            .map(
                top ->
                    topShare(
                        top,
                        groups.shows(top.customers()) && groups.shows(compared - top.customers())))
            .toList(),
        lorenz(concentration, groups),
        concentration.reason() == null ? null : concentration.reason().detail());
  }

  private static List<StatisticsView.AbcClass> abc(
      Concentration concentration, long notCompared, SmallGroups groups) {
    List<Concentration.AbcClass> classes = concentration.abc();
    List<Long> sizes =
        Stream.concat(
                classes.stream().map(Concentration.AbcClass::customers), Stream.of(notCompared))
            .toList();
    List<Boolean> shown = groups.shown(sizes, Long::longValue);
    return IntStream.range(0, classes.size())
        .mapToObj(i -> abc(classes.get(i), shown.get(i)))
        .toList();
  }

  private static StatisticsView.AbcClass abc(Concentration.AbcClass abc, boolean shown) {
    return new StatisticsView.AbcClass(
        abc.name(),
        abc.upToPercent(),
        shown ? abc.customers() : null,
        shown ? text(abc.revenue()) : null,
        shown ? abc.customerShare() : null,
        shown ? abc.revenueShare() : null);
  }

  private static StatisticsView.TopShare topShare(Concentration.TopShare top, boolean shown) {
    return new StatisticsView.TopShare(
        top.percent(), shown ? top.customers() : null, shown ? top.share() : null);
  }

  /** The curve, unless there are fewer than k customers from one point to the next. */
  private static List<StatisticsView.LorenzPoint> lorenz(
      Concentration concentration, SmallGroups groups) {
    List<Concentration.LorenzPoint> curve = concentration.lorenz();
    boolean shown = groups.showsEach(concentration.customers(), curve.size() - 1);
    return shown
        ? curve.stream()
            .map(point -> new StatisticsView.LorenzPoint(point.customers(), point.revenue()))
            .toList()
        : List.of();
  }

  private static StatisticsView.TopCustomer top(Statistics.TopCustomer<UUID> top) {
    return new StatisticsView.TopCustomer(
        top.rank(),
        top.customer(),
        top.transactions(),
        text(top.revenue()),
        top.share(),
        top.cumulativeShare());
  }

  private static StatisticsView.Month month(
      Statistics.MonthRevenue month, Answering.Fitted fitted, SmallGroups groups) {
    boolean shown =
        ShownGroups.showsPeriod(
            month.month().atDay(1),
            month.month().atEndOfMonth(),
            month.customers(),
            fitted.query(),
            fitted.blocks(),
            groups);
    return new StatisticsView.Month(
        month.month().toString(),
        shown ? text(month.revenue()) : null,
        shown ? month.transactions() : null,
        shown ? month.customers() : null,
        month.complete());
  }

  private static RfmView.Segment segment(RfmResult.Segment segment, boolean shown) {
    return new RfmView.Segment(
        segment.name(),
        shown ? segment.customers() : null,
        shown ? segment.orders() : null,
        shown ? text(segment.revenue()) : null);
  }

  private static RfmView.@Nullable Thresholds thresholds(RfmResult<UUID> result) {
    return result.thresholds().reason() != null
        ? null
        : new RfmView.Thresholds(
            texts(result.thresholds().recency()),
            texts(result.thresholds().frequency()),
            texts(result.thresholds().monetary()));
  }

  private static List<RfmView.ScoreCount> histogram(
      List<RfmResult.ScoreCount> counts, SmallGroups groups) {
    List<Boolean> shown = groups.shown(counts, RfmResult.ScoreCount::customers);
    return IntStream.range(0, counts.size())
        .mapToObj(
            i ->
                new RfmView.ScoreCount(
                    counts.get(i).score(), shown.get(i) ? counts.get(i).customers() : null))
        .toList();
  }

  private static RfmView.CustomerScore score(RfmResult.CustomerScore<UUID> score) {
    return new RfmView.CustomerScore(
        score.customer(),
        score.lastDay(),
        score.recencyDays(),
        score.orders(),
        text(score.amount()),
        score.recencyScore(),
        score.frequencyScore(),
        score.monetaryScore(),
        score.segment());
  }

  private static @Nullable Double value(Measure<Double> measure) {
    return measure.value();
  }

  private static List<String> texts(List<BigDecimal> numbers) {
    return numbers.stream().map(number -> text(number.stripTrailingZeros())).toList();
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }
}
