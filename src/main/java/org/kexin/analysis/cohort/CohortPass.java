package org.kexin.analysis.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Effort;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.retention.Retention;
import org.kexin.analysis.algorithm.retention.RetentionResult;

/** Counts cohorts in one pass over the sales. */
@ApplicationScoped
class CohortPass {

  private final SalesPass sales;
  private final Answering answering;

  CohortPass(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  /**
   * Cohorts, how they came about, and which of their cells may be shown.
   *
   * @param result of all cohorts there are
   */
  record Counted(About about, RetentionResult result, ShownCells shown) {}

  /**
   * @param monthsPerPeriod of the periods beside the cohorts
   * @param stated further parameters of the method
   */
  Counted count(
      Answering.Method method,
      SalesQuery asked,
      int monthsPerPeriod,
      Map<String, String> stated,
      SmallGroups groups,
      Effort effort) {
    CohortQuestion.demandAll(asked, groups);
    SalesQuery query = answering.fit(asked, groups);
    var parameters = new Retention.Parameters(query.from(), query.to(), null, monthsPerPeriod);
    SalesPass.Outcome<RetentionResult> outcome =
        answering.compute(
            effort,
            () -> {
              var counter = new Retention.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
              SalesPass.Tally tally = sales.read(query, counter::add);
              return new SalesPass.Outcome<>(counter.finish(), tally);
            });
    RetentionResult result = outcome.result();
    long customers = result.cohorts().stream().mapToLong(RetentionResult.Cohort::size).sum();
    About about =
        answering
            .about(method, query, stated, outcome.tally(), customers, groups)
            .plus(result.leftOut(), groups);
    return new Counted(about, result, ShownCells.of(result.cohorts(), groups));
  }
}
