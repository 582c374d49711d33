package org.kexin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
   */
  static StatisticsView statistics(
      About about,
      Statistics<UUID> result,
      @Nullable List<Statistics.TopCustomer<UUID>> named,
      SmallGroups groups) {
    return new StatisticsView(
        about,
        totals(result.totals()),
        concentration(result.concentration(), groups),
        named == null ? null : named.stream().map(AnalysisViews::top).toList(),
        result.months().stream().map(month -> month(month, groups)).toList());
  }

  static RfmView rfm(About about, RfmResult<UUID> result, SmallGroups groups) {
    return new RfmView(
        about,
        RFM_DEFINITION,
        result.customers(),
        thresholds(result),
        histogram(result.recencyHistogram(), groups),
        histogram(result.frequencyHistogram(), groups),
        histogram(result.monetaryHistogram(), groups),
        result.segments().stream()
            .map(
                segment ->
                    new RfmView.Segment(
                        segment.name(),
                        groups.show(segment.customers(), segment.customers()),
                        groups.show(segment.customers(), segment.orders()),
                        groups.show(segment.customers(), text(segment.revenue()))))
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

  private static StatisticsView.Concentration concentration(
      Concentration concentration, SmallGroups groups) {
    return new StatisticsView.Concentration(
        concentration.customers(),
        value(concentration.gini()),
        value(concentration.correctedGini()),
        value(concentration.herfindahlHirschman()),
        concentration.abc().stream().map(abc -> abc(abc, groups)).toList(),
        concentration.topShares().stream()
            .map(
                top ->
                    new StatisticsView.TopShare(
                        top.percent(),
                        groups.show(top.customers(), top.customers()),
                        groups.show(top.customers(), top.share())))
            .toList(),
        concentration.lorenz().stream()
            .map(point -> new StatisticsView.LorenzPoint(point.customers(), point.revenue()))
            .toList(),
        concentration.reason() == null ? null : concentration.reason().detail());
  }

  private static StatisticsView.AbcClass abc(Concentration.AbcClass abc, SmallGroups groups) {
    return new StatisticsView.AbcClass(
        abc.name(),
        abc.upToPercent(),
        groups.show(abc.customers(), abc.customers()),
        groups.show(abc.customers(), text(abc.revenue())),
        groups.show(abc.customers(), abc.customerShare()),
        groups.show(abc.customers(), abc.revenueShare()));
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

  private static StatisticsView.Month month(Statistics.MonthRevenue month, SmallGroups groups) {
    return new StatisticsView.Month(
        month.month().toString(),
        groups.show(month.customers(), text(month.revenue())),
        groups.show(month.customers(), month.transactions()),
        groups.show(month.customers(), month.customers()),
        month.complete());
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
    return counts.stream()
        .map(
            count ->
                new RfmView.ScoreCount(
                    count.score(), groups.show(count.customers(), count.customers())))
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
