package org.kexin.analysis.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.need.Need;
import org.kexin.analysis.algorithm.need.NeedState;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.Insight.Why;
import org.kexin.analysis.insight.InsightSource;

/** What a customer needs most pressingly, among the insights. */
@ApplicationScoped
class NeedInsights implements InsightSource {

  private static final String CODE = "needs";

  private static final Reason ALL_LAPSED =
      new Reason("ALL_LAPSED", "What was bought regularly has not been bought for too long.");

  private final OwnNeeds needs;
  private final Answering answering;

  NeedInsights(OwnNeeds needs, Answering answering) {
    this.needs = needs;
    this.answering = answering;
  }

  @Override
  public List<Insight> about(UUID customer) {
    LocalDate today = answering.today();
    OwnNeeds.Found found = needs.of(customer, NeedBy.PRODUCT, today, 1);
    Reason none = found.none();
    if (none != null) {
      return List.of(Insight.missing(CODE, none, OwnNeeds.METHOD));
    }
    OwnNeeds.Named first = found.named().getFirst();
    // What lapsed comes last, so then there is nothing else.
    if (first.need().state() == NeedState.LAPSED) {
      return List.of(Insight.missing(CODE, ALL_LAPSED, OwnNeeds.METHOD));
    }
    return List.of(
        Insight.of(
            CODE,
            first.code(),
            null,
            List.of(interval(first.need()), due(first.need())),
            OwnNeeds.METHOD,
            OwnNeeds.parameters(NeedBy.PRODUCT, today),
            null));
  }

  private static Why interval(Need<?> need) {
    return new Why(
        "INTERVAL",
        "Bought on %d days, usually every %s days, half of the times after %s to %s."
            .formatted(
                need.days(),
                NeedWords.days(need.median()),
                NeedWords.days(need.lowerQuartile()),
                NeedWords.days(need.upperQuartile())));
  }

  private static Why due(Need<?> need) {
    return new Why(
        need.state().name(),
        "Last bought on %s, %d days ago; due on %s."
            .formatted(need.last(), need.daysSince(), need.due()));
  }
}
