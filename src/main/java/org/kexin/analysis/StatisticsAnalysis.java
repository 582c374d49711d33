package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.transaction.SaleTrait;

/** Totals, shares and concentration of the sales, of the whole and of its groups. */
@ApplicationScoped
class StatisticsAnalysis implements LongAnalysis<StatisticsQuestion> {

  private static final Answering.Method METHOD =
      new Answering.Method("Totals, ABC, Gini, HHI (Lorenz 1905, Gini 1912)", "1");

  private final SalesPass sales;
  private final Answering answering;

  StatisticsAnalysis(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public StatisticsQuestion question(Asked asked) {
    return StatisticsQuestion.of(
        SalesQuery.of(SalesParameters.of(asked), asked.day("to"), asked.text("anonymous")),
        asked.text("groupBy"));
  }

  @Override
  public StatisticsView answer(StatisticsQuestion question, SmallGroups groups, Effort effort) {
    Found found = find(question, 0, groups, effort);
    return found.view(found.about(), null, groups);
  }

  /** For the present caller, with the best customers where these may be named. */
  StatisticsView answer(StatisticsQuestion question, int topCustomers) {
    SmallGroups groups = answering.groups();
    boolean naming = answering.mayName();
    Found found = find(question, naming ? topCustomers : 0, groups, answering.effort());
    NameableCustomers.Picked<Statistics.TopCustomer<UUID>> top =
        answering.named(
            found.result().topCustomers(),
            topCustomers,
            Statistics.TopCustomer::customer,
            "topCustomers");
    return found.view(found.about().plusUnnamed(top.unnamed()), naming ? top.rows() : null, groups);
  }

  /**
   * @param parts null where no groups were asked for
   */
  private record Found(
      About about,
      Answering.Fitted fitted,
      Statistics<UUID> result,
      @Nullable List<StatisticsView.SalesGroup> parts) {

    StatisticsView view(
        About stated, @Nullable List<Statistics.TopCustomer<UUID>> named, SmallGroups groups) {
      return AnalysisViews.statistics(stated, result, fitted, named, parts, groups);
    }
  }

  /** What one pass found; no groups where none were asked for. */
  private record Passed(
      SalesPass.Tally tally, Statistics<UUID> whole, SortedMap<Long, Statistics<UUID>> parts) {}

  private Found find(
      StatisticsQuestion asked, int topCustomers, SmallGroups groups, Effort effort) {
    asked.demandWhole(groups);
    Answering.Fitted fitted = answering.fitted(asked.sales(), groups);
    SalesQuery query = fitted.query();
    Grouping groupBy = asked.groupBy();
    Passed passed = answering.compute(effort, () -> pass(query, groupBy, topCustomers));
    Statistics<UUID> whole = passed.whole();
    SortedMap<String, String> stated = new TreeMap<>();
    stated.put("topCustomers", String.valueOf(topCustomers));
    stated.put("negativeTotals", "LEFT_OUT");
    if (groupBy != null) {
      stated.put("groupBy", groupBy.name());
    }
    About about =
        answering
            .about(METHOD, query, stated, passed.tally(), whole.totals().customers(), groups)
            .plus(whole.leftOut(), groups);
    return new Found(
        about,
        fitted,
        whole,
        groupBy == null
            ? null
            : new GroupViews(groupBy, query, fitted.blocks(), groups).of(passed.parts(), whole));
  }

  private Passed pass(SalesQuery query, @Nullable Grouping groupBy, int topCustomers) {
    var whole =
        new Statistics.Accumulator<UUID>(
            CustomerOrder.ofUuids(),
            new Statistics.Parameters(
                topCustomers, Concentration.Parameters.defaults(), query.from(), query.to()));
    StatisticsByGroup parts = groupBy == null ? null : new StatisticsByGroup(groupBy);
    Set<SaleTrait> traits = groupBy == null ? Set.of() : groupBy.traits();
    SalesPass.Tally tally =
        sales.read(
            query,
            traits,
            (sale, row) -> {
              whole.add(sale);
              if (parts != null) {
                parts.add(sale, row);
              }
            });
    return new Passed(tally, whole.finish(), parts == null ? new TreeMap<>() : parts.finish());
  }
}
