package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Statistics;

/** Totals, shares and concentration of the sales. */
@ApplicationScoped
class StatisticsAnalysis implements LongAnalysis<SalesQuery> {

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
  public SalesQuery question(Asked asked) {
    return SalesQuery.of(SalesParameters.of(asked), asked.day("to"), asked.text("anonymous"));
  }

  @Override
  public StatisticsView answer(SalesQuery question, SmallGroups groups, Effort effort) {
    Found found = find(question, 0, groups, effort);
    return AnalysisViews.statistics(found.about(), found.result(), null, groups);
  }

  /** For the present caller, with the best customers where these may be named. */
  StatisticsView answer(SalesQuery question, int topCustomers) {
    SmallGroups groups = answering.groups();
    boolean naming = answering.mayName();
    Found found = find(question, naming ? topCustomers : 0, groups, answering.effort());
    NameableCustomers.Picked<Statistics.TopCustomer<UUID>> top =
        answering.named(
            found.result().topCustomers(),
            topCustomers,
            Statistics.TopCustomer::customer,
            "topCustomers");
    return AnalysisViews.statistics(
        found.about().plusUnnamed(top.unnamed()),
        found.result(),
        naming ? top.rows() : null,
        groups);
  }

  private record Found(About about, Statistics<UUID> result) {}

  private Found find(SalesQuery asked, int topCustomers, SmallGroups groups, Effort effort) {
    SalesQuery query = answering.fit(asked, groups);
    var parameters =
        new Statistics.Parameters(
            topCustomers, Concentration.Parameters.defaults(), query.from(), query.to());
    SalesPass.Outcome<Statistics<UUID>> outcome =
        answering.compute(
            effort,
            () -> {
              var accumulator =
                  new Statistics.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
              SalesPass.Tally tally = sales.read(query, accumulator::add);
              return new SalesPass.Outcome<>(accumulator.finish(), tally);
            });
    Statistics<UUID> result = outcome.result();
    About about =
        answering
            .about(
                METHOD,
                query,
                Map.of("topCustomers", String.valueOf(topCustomers), "negativeTotals", "LEFT_OUT"),
                outcome.tally(),
                result.totals().customers(),
                groups)
            .plus(result.leftOut(), groups);
    return new Found(about, result);
  }
}
