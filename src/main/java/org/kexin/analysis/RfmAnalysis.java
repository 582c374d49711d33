package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.SegmentTable;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** Recency, frequency and monetary value of every customer. */
@ApplicationScoped
class RfmAnalysis implements LongAnalysis<RfmQuestion> {

  private static final Answering.Method METHOD =
      new Answering.Method("RFM scores 1..5, 5 is best (R package rfm 0.3.0)", "1");

  private final SalesPass sales;
  private final Answering answering;

  RfmAnalysis(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "rfm";
  }

  @Override
  public boolean isStanding() {
    return true;
  }

  @Override
  public RfmQuestion question(Asked asked) {
    return RfmQuestion.of(SalesParameters.of(asked), RfmParameters.of(asked));
  }

  @Override
  public RfmView answer(RfmQuestion question, SmallGroups groups, Effort effort) {
    Scored scored = score(question, groups, effort);
    return AnalysisViews.rfm(scored.about(), scored.result(), groups);
  }

  /** For the present caller. */
  RfmView answer(RfmQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  /**
   * Scores by customer; a customer that is asked for and has none gives an empty page. Customers
   * whom the caller may not know are left out of their page, which is shorter then.
   */
  RfmView.ScorePage scores(RfmQuestion question, @Nullable UUID customer, PageRequest page) {
    Scored scored = score(question);
    List<RfmView.CustomerScore> rows =
        AnalysisViews.scores(
            scored.result(), customer, page.afterId(), answering.rowsToRead(page.size()));
    NameableCustomers.Picked<RfmView.CustomerScore> picked =
        answering.named(rows, page.size(), RfmView.CustomerScore::customerId, "rfm");
    String lastSeen =
        picked.looked() < rows.size()
            ? rows.get(picked.looked() - 1).customerId().toString()
            : null;
    return AnalysisViews.page(
        scored.about().plusUnnamed(picked.unnamed()), Page.upTo(lastSeen, picked.rows(), page));
  }

  /** Scores of all customers, how they came about, and which groups of them may be shown. */
  record Scored(About about, RfmResult<UUID> result, SmallGroups groups) {}

  /** Scores every customer; none is left out for being too few or unwilling. */
  Scored score(RfmQuestion question) {
    return score(question, answering.groups(), answering.effort());
  }

  private Scored score(RfmQuestion question, SmallGroups groups, Effort effort) {
    SalesQuery query = answering.fit(question.sales(), groups);
    LocalDate reference =
        Objects.requireNonNullElseGet(
            question.referenceDate(), () -> answering.day(query.knownAt()));
    Rfm.Method method = question.method();
    var parameters =
        new Rfm.Parameters(method, query.from(), reference, SegmentTable.ofRfmPackage());
    SalesPass.Outcome<RfmResult<UUID>> outcome =
        answering.compute(
            effort,
            () -> {
              var accumulator = new Rfm.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
              SalesPass.Tally tally = sales.read(query, accumulator::add);
              return new SalesPass.Outcome<>(accumulator.finish(), tally);
            });
    About about =
        answering
            .about(
                METHOD,
                query,
                Map.of(
                    "method", method.name(),
                    "referenceDate", reference.toString(),
                    "segmentTable", "rfm-package"),
                outcome.tally(),
                outcome.result().customers(),
                groups)
            .plus(outcome.result().leftOut(), groups);
    return new Scored(about, outcome.result(), groups);
  }
}
