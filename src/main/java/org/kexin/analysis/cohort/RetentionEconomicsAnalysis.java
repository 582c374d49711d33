package org.kexin.analysis.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kexin.analysis.Answering;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.retention.EconomicsParameters;
import org.kexin.analysis.algorithm.retention.EconomicsResult;
import org.kexin.analysis.algorithm.retention.RetentionEconomics;
import org.kexin.analysis.algorithm.retention.RetentionResult;
import org.kexin.shared.ProblemException;

/** What more retention would earn. */
@ApplicationScoped
class RetentionEconomicsAnalysis {

  private static final Answering.Method METHOD =
      new Answering.Method(
          "Geometric lifetime (Gupta & Lehmann 2003) over the retention of calendar periods", "1");

  private final CohortPass pass;
  private final Answering answering;

  RetentionEconomicsAnalysis(CohortPass pass, Answering answering) {
    this.pass = pass;
    this.answering = answering;
  }

  /**
   * For the present caller.
   *
   * @throws ProblemException {@code parameter-invalid} if longer periods than months are asked for
   *     by somebody who may see groups only: the customers of two months, less those of both
   *     together, are those who came back
   */
  RetentionEconomicsView answer(RetentionEconomicsQuestion question) {
    SmallGroups groups = answering.groups();
    if (!groups.individualsAllowed() && question.months() != 1) {
      throw ProblemException.parameter("months", "For this role months is 1.");
    }
    CohortPass.Counted counted =
        pass.count(
            METHOD,
            question.sales(),
            question.months(),
            stated(question),
            groups,
            answering.effort());
    EconomicsResult result =
        RetentionEconomics.of(counted.result(), withCosts(question, counted.result()));
    return new EconomicsFindings(result, counted, groups).view();
  }

  private static EconomicsParameters withCosts(
      RetentionEconomicsQuestion question, RetentionResult retention) {
    SortedMap<YearMonth, BigDecimal> costs = new TreeMap<>();
    BigDecimal cost = question.acquisitionCost();
    if (cost != null) {
      retention.cohorts().forEach(cohort -> costs.put(cohort.month(), cost));
    }
    EconomicsParameters given = question.parameters();
    return new EconomicsParameters(
        given.margin(), given.rise(), given.discountRate(), given.horizon(), costs);
  }

  private static Map<String, String> stated(RetentionEconomicsQuestion question) {
    EconomicsParameters parameters = question.parameters();
    Map<String, String> stated = new TreeMap<>();
    stated.put("margin", parameters.margin().toPlainString());
    stated.put("rise", parameters.rise().toPlainString());
    stated.put("discountRate", parameters.discountRate().toPlainString());
    stated.put("horizon", String.valueOf(parameters.horizon()));
    stated.put("months", String.valueOf(question.months()));
    BigDecimal cost = question.acquisitionCost();
    if (cost != null) {
      stated.put("acquisitionCost", cost.toPlainString());
    }
    return stated;
  }
}
