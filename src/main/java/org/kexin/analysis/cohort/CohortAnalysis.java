package org.kexin.analysis.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.retention.RetentionResult;

/** Cohorts of customers and their retention. */
@ApplicationScoped
class CohortAnalysis implements LongAnalysis<CohortQuestion> {

  private static final Answering.Method METHOD =
      new Answering.Method("Cohorts by calendar month of the first order", "1");

  private final CohortPass pass;
  private final Answering answering;

  CohortAnalysis(CohortPass pass, Answering answering) {
    this.pass = pass;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "cohorts";
  }

  @Override
  public CohortQuestion question(Asked asked) {
    return CohortQuestion.of(SalesParameters.of(asked), CohortParameters.of(asked));
  }

  @Override
  public CohortsView answer(CohortQuestion question, SmallGroups groups, Effort effort) {
    CohortPass.Counted counted =
        pass.count(
            METHOD,
            question.sales(),
            1,
            Map.of("cohorts", String.valueOf(question.cohorts())),
            groups,
            effort);
    List<RetentionResult.Cohort> all = counted.result().cohorts();
    int first = Math.max(0, all.size() - question.cohorts());
    List<CohortsView.Cohort> given = new ArrayList<>();
    for (int i = first; i < all.size(); i++) {
      given.add(cohort(all.get(i), i, counted.shown()));
    }
    return new CohortsView(
        counted.about(), given, first, counted.shown().showsAll() ? null : groups.reason());
  }

  /** For the present caller. */
  CohortsView answer(CohortQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  private static CohortsView.Cohort cohort(
      RetentionResult.Cohort cohort, int place, ShownCells shown) {
    return new CohortsView.Cohort(
        cohort.month().toString(),
        shown.showsSize(place) ? cohort.size() : null,
        shown.showsWhole(place) ? cohort.revenue().toPlainString() : null,
        cohort.complete(),
        cohort.months().stream()
            .map(month -> activity(month, shown.shows(place, month.monthsAfter())))
            .toList());
  }

  private static CohortsView.Activity activity(RetentionResult.Activity month, boolean shown) {
    return new CohortsView.Activity(
        month.monthsAfter(),
        month.month().toString(),
        shown ? month.customers() : null,
        shown ? month.retention().value() : null,
        shown ? month.revenue().toPlainString() : null,
        month.complete());
  }
}
