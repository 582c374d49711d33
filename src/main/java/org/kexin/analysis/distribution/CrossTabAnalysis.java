package org.kexin.analysis.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.CustomerPass;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.distribution.CrossTab;
import org.kexin.analysis.algorithm.distribution.Independence;

/** How two attributes of customers go together. */
@ApplicationScoped
class CrossTabAnalysis implements LongAnalysis<CrossTabQuestion> {

  private static final Answering.Method METHOD =
      new Answering.Method(CrossTab.METHOD + "; " + Independence.METHOD, "1");

  private final CustomerPass customers;
  private final Answering answering;

  CrossTabAnalysis(CustomerPass customers, Answering answering) {
    this.customers = customers;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "cross-tabs";
  }

  @Override
  public CrossTabQuestion question(Asked asked) {
    return CrossTabQuestion.of(CrossTabParameters.of(asked));
  }

  /** For the present caller. */
  CrossTabView answer(CrossTabQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  @Override
  public CrossTabView answer(CrossTabQuestion question, SmallGroups groups, Effort effort) {
    SalesQuery asked =
        SalesQuery.of(
            new SalesParameters(null, null, null, question.knownAt(), null, null), null, null);
    SalesQuery query = answering.fit(asked, groups);
    int year = DistributionAnalysis.year(answering, query, groups);
    PairTally pairs = new PairTally(question.rows(), question.columns(), year);
    SalesPass.Tally seen = answering.compute(effort, () -> customers.readFacts(query, pairs::add));
    About about =
        answering.about(
            METHOD,
            query,
            Map.of(
                "rows", question.rows().name(),
                "columns", question.columns().name(),
                "ageInYear", String.valueOf(year)),
            seen,
            pairs.customers(),
            groups);
    return pairs.view(about, groups);
  }
}
