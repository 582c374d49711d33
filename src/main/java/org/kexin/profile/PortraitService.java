package org.kexin.profile;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.analysis.Answering;
import org.kexin.analysis.insight.InsightService;
import org.kexin.analysis.insight.InsightsView;
import org.kexin.care.CareDirectory;
import org.kexin.complaint.ComplaintDirectory;
import org.kexin.customer.Introduction;
import org.kexin.customer.Introductions;
import org.kexin.lifecycle.LifeCycleDirectory;
import org.kexin.loyalty.MembershipDirectory;
import org.kexin.shared.ProblemException;
import org.kexin.survey.LastSatisfaction;

/** Puts a customer's portrait together from what each feature says of one customer. */
@ApplicationScoped
class PortraitService {

  private static final int TOP_CATEGORIES = 3;

  private final InsightService insights;
  private final Introductions introductions;
  private final LifeCycleDirectory lifeCycles;
  private final PurchaseBook purchases;
  private final ComplaintDirectory complaints;
  private final LastSatisfaction satisfaction;
  private final CareDirectory care;
  private final MembershipDirectory memberships;
  private final Answering answering;
  private final Viewing viewing;

  PortraitService(
      InsightService insights,
      Introductions introductions,
      LifeCycleDirectory lifeCycles,
      PurchaseBook purchases,
      ComplaintDirectory complaints,
      LastSatisfaction satisfaction,
      CareDirectory care,
      MembershipDirectory memberships,
      Answering answering,
      Viewing viewing) {
    this.insights = insights;
    this.introductions = introductions;
    this.lifeCycles = lifeCycles;
    this.purchases = purchases;
    this.complaints = complaints;
    this.satisfaction = satisfaction;
    this.care = care;
    this.memberships = memberships;
    this.answering = answering;
    this.viewing = viewing;
  }

  /**
   * A customer's portrait as the caller may see it.
   *
   * @throws ProblemException {@code not-found} if there is no such customer
   */
  @Transactional
  PortraitView of(UUID customer, Locale language) {
    insights.demand(customer);
    Look look = viewing.at(customer, Set.of());
    Introduction who = introductions.of(customer, look.within("who"));
    InsightsView derived = insights.of(customer);
    // The stage is derived too, and may not be gone yet of who objected a moment ago.
    PortraitView.Standing standing =
        look.showOrHide(
            "standing", BEHAVIOUR, derived.withheld() == null ? standing(customer) : null);
    PortraitView.Purchases bought = look.showOrHide("purchases", BEHAVIOUR, purchases(customer));
    PortraitView.Service service = look.showOrHide("service", BEHAVIOUR, service(customer));
    List<PortraitView.Membership> member =
        look.showOrHide("memberships", BEHAVIOUR, memberships(customer));
    SortedSet<String> masked = new TreeSet<>(look.masked());
    masked.addAll(derived.masked());
    PortraitView shown =
        new PortraitView(
            customer,
            who,
            standing,
            bought,
            service,
            member,
            derived.insights(),
            derived.withheld(),
            List.of(),
            List.copyOf(masked));
    return shown.saying(PortraitSentences.of(shown, language));
  }

  private PortraitView.@Nullable Standing standing(UUID customer) {
    return lifeCycles
        .of(customer)
        .map(
            it ->
                new PortraitView.Standing(
                    it.stage(), LocalDate.ofInstant(it.since(), answering.zone())))
        .orElse(null);
  }

  private PortraitView.Purchases purchases(UUID customer) {
    var bought = purchases.all(customer).values();
    PurchaseBook.Labels labels = purchases.labels(bought);
    return new PortraitView.Purchases(
        bought.stream()
            .map(
                in ->
                    new PortraitView.InCurrency(
                        in.currency().getCurrencyCode(),
                        in.whole().orders(),
                        in.whole().returns(),
                        in.text(in.whole().kept()),
                        in.last(),
                        in.top(TOP_CATEGORIES, labels.category()).stream()
                            .map(
                                it ->
                                    new PortraitView.Share(it.name(), in.text(it.part().amount())))
                            .toList()))
            .toList());
  }

  private PortraitView.Service service(UUID customer) {
    return new PortraitView.Service(
        complaints.open(customer),
        care.openTasks(customer),
        satisfaction
            .of(customer)
            .map(it -> new PortraitView.Satisfaction(it.score(), it.of(), it.on()))
            .orElse(null));
  }

  private List<PortraitView.Membership> memberships(UUID customer) {
    return memberships.open(customer).stream()
        .map(
            it ->
                new PortraitView.Membership(
                    it.programmeCode(), it.programme(), it.level(), it.balance()))
        .toList();
  }
}
