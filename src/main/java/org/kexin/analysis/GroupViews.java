package org.kexin.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.DayBlocks;
import org.kexin.analysis.algorithm.Statistics;

/** Groups of the sales as an answer gives them, without the figures of those that are too small. */
final class GroupViews {

  private final Grouping grouping;
  private final SalesQuery window;
  private final DayBlocks blocks;
  private final SmallGroups groups;

  GroupViews(Grouping grouping, SalesQuery window, DayBlocks blocks, SmallGroups groups) {
    this.grouping = grouping;
    this.window = window;
    this.blocks = blocks;
    this.groups = groups;
  }

  /**
   * @param found by the number of the group
   */
  List<StatisticsView.SalesGroup> of(
      SortedMap<Long, Statistics<UUID>> found, Statistics<UUID> whole) {
    List<Long> customers =
        found.values().stream().map(group -> group.totals().customers()).toList();
    List<Boolean> shown =
        grouping.isByTime()
            ? found.entrySet().stream()
                .map(it -> showsPeriod(it.getKey(), it.getValue().totals().customers()))
                .toList()
            : ShownGroups.ofWhole(customers, whole.totals().customers(), groups);
    List<StatisticsView.SalesGroup> views = new ArrayList<>();
    found.forEach(
        (number, group) ->
            views.add(
                shown.get(views.size())
                    ? shown(number, group, whole.totals())
                    : heldBack(number, whole.totals())));
    return views;
  }

  private boolean showsPeriod(long number, long customers) {
    return ShownGroups.showsPeriod(
        grouping.firstDay(number), grouping.lastDay(number), customers, window, blocks, groups);
  }

  private StatisticsView.SalesGroup shown(
      long number, Statistics<UUID> group, Statistics.Totals whole) {
    Statistics.Totals totals = group.totals();
    StatisticsView.Concentration concentration =
        AnalysisViews.concentration(group.concentration(), totals.customers(), groups);
    BigDecimal mean = totals.averageOrderValue().value();
    return new StatisticsView.SalesGroup(
        grouping.label(number),
        complete(number, whole),
        totals.transactions(),
        totals.refunds(),
        totals.quantity(),
        totals.revenue().toPlainString(),
        totals.customers(),
        mean == null ? null : mean.toPlainString(),
        concentration.gini(),
        concentration.herfindahlHirschman(),
        concentration.abc(),
        concentration.reason());
  }

  private StatisticsView.SalesGroup heldBack(long number, Statistics.Totals whole) {
    return new StatisticsView.SalesGroup(
        grouping.label(number),
        complete(number, whole),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        groups.reason());
  }

  /** As of months: a window that is open begins with the first sale and ends with the last. */
  private @Nullable Boolean complete(long number, Statistics.Totals whole) {
    if (!grouping.isByTime()) {
      return null;
    }
    LocalDate from = window.from() == null ? whole.firstDay() : window.from();
    LocalDate to = window.to() == null ? whole.lastDay() : window.to();
    return from != null
        && to != null
        && !grouping.firstDay(number).isBefore(from)
        && !grouping.lastDay(number).isAfter(to);
  }
}
