package org.kexin.analysis.need;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.need.Need;
import org.kexin.analysis.insight.InsightService;
import org.kexin.shared.ProblemException;

/** Says what customers need who may be judged by what they bought. */
@ApplicationScoped
class CustomerNeedsService {

  private static final String ATTRIBUTE = "needs";
  private static final int MOST_NEEDS = 50;

  private final OwnNeeds needs;
  private final InsightService insights;
  private final Viewing viewing;
  private final Answering answering;

  CustomerNeedsService(
      OwnNeeds needs, InsightService insights, Viewing viewing, Answering answering) {
    this.needs = needs;
    this.insights = insights;
    this.viewing = viewing;
    this.answering = answering;
  }

  /**
   * What a customer needs, as the caller may see it.
   *
   * @param asked the day that is asked about; null for today
   * @throws ProblemException {@code not-found} if there is no such customer
   */
  @Transactional
  CustomerNeedsView of(UUID customer, NeedBy by, @Nullable LocalDate asked) {
    insights.demand(customer);
    LocalDate reference = Objects.requireNonNullElseGet(asked, answering::today);
    Look look = viewing.at(customer, Set.of());
    if (!viewing.sees(BEHAVIOUR, customer)) {
      look.showOrHide(ATTRIBUTE, BEHAVIOUR, customer);
      return hidden(customer, null, OwnNeeds.parameters(by, reference), look);
    }
    String withheld = insights.withheld(customer);
    if (withheld != null) {
      return hidden(customer, withheld, OwnNeeds.parameters(by, reference), look);
    }
    OwnNeeds.Found found = needs.of(customer, by, reference, MOST_NEEDS);
    List<CustomerNeedsView.NeedRow> shown =
        look.showOrHide(
            ATTRIBUTE, BEHAVIOUR, found.named().stream().map(CustomerNeedsService::row).toList());
    // Nothing to show is nothing to record, and comes back as null.
    return shown(
        customer,
        shown == null ? List.of() : shown,
        found,
        OwnNeeds.parameters(by, reference),
        look);
  }

  private static CustomerNeedsView hidden(
      UUID customer, @Nullable String withheld, SortedMap<String, String> parameters, Look look) {
    return new CustomerNeedsView(
        customer,
        null,
        null,
        null,
        null,
        withheld,
        OwnNeeds.METHOD.name(),
        OwnNeeds.METHOD.version(),
        parameters,
        look.masked());
  }

  private static CustomerNeedsView shown(
      UUID customer,
      List<CustomerNeedsView.NeedRow> rows,
      OwnNeeds.Found found,
      SortedMap<String, String> parameters,
      Look look) {
    Reason none = found.none();
    return new CustomerNeedsView(
        customer,
        rows,
        found.found(),
        found.tooFewDays(),
        none == null ? null : none.code(),
        null,
        OwnNeeds.METHOD.name(),
        OwnNeeds.METHOD.version(),
        parameters,
        look.masked());
  }

  private static CustomerNeedsView.NeedRow row(OwnNeeds.Named named) {
    Need<?> need = named.need();
    return new CustomerNeedsView.NeedRow(
        named.code(),
        named.name(),
        named.productId(),
        need.state(),
        need.days(),
        need.median().doubleValue(),
        need.lowerQuartile().doubleValue(),
        need.upperQuartile().doubleValue(),
        need.last(),
        need.due(),
        need.daysSince());
  }
}
