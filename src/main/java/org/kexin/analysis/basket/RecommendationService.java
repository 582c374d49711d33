package org.kexin.analysis.basket;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.insight.InsightService;
import org.kexin.shared.ProblemException;

/** Recommends to customers who may be judged by what they bought. */
@ApplicationScoped
class RecommendationService {

  private static final String ATTRIBUTE = "recommendations";

  private final NextOffers offers;
  private final InsightService insights;
  private final Viewing viewing;

  RecommendationService(NextOffers offers, InsightService insights, Viewing viewing) {
    this.offers = offers;
    this.insights = insights;
    this.viewing = viewing;
  }

  /**
   * What to offer a customer, as the caller may see it.
   *
   * @param repeat whether products that the customer has may be offered, too
   * @throws ProblemException {@code not-found} if there is no such customer
   */
  @Transactional
  RecommendationsView of(UUID customer, boolean repeat) {
    insights.demand(customer);
    Look look = viewing.at(customer, Set.of());
    if (!viewing.sees(BEHAVIOUR, customer)) {
      look.showOrHide(ATTRIBUTE, BEHAVIOUR, customer);
      return view(customer, null, nothing(repeat), null, look.masked());
    }
    String withheld = insights.withheld(customer);
    if (withheld != null) {
      return view(customer, null, nothing(repeat), withheld, look.masked());
    }
    NextOffers.Found found = offers.of(customer, repeat);
    List<RecommendationsView.Offer> shown =
        look.showOrHide(ATTRIBUTE, BEHAVIOUR, found.offers().offers());
    return view(customer, shown == null ? List.of() : shown, found, null, look.masked());
  }

  /** Where nothing was looked for. */
  private NextOffers.Found nothing(boolean repeat) {
    return new NextOffers.Found(
        new OfferModel.Offers(List.of(), null), offers.parameters(repeat, null), null);
  }

  private static RecommendationsView view(
      UUID customer,
      @Nullable List<RecommendationsView.Offer> shown,
      NextOffers.Found found,
      @Nullable String withheld,
      List<String> masked) {
    Reason none = found.offers().none();
    return new RecommendationsView(
        customer,
        shown,
        none == null ? null : none.code(),
        withheld,
        NextOffers.METHOD.name(),
        NextOffers.METHOD.version(),
        found.parameters(),
        found.asOf(),
        masked);
  }
}
