package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.consent.Unsubscriptions;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.transaction.OrderBook;

/** Recording and reading how people responded. */
@ApplicationScoped
class ResponseService {

  private static final Set<String> CHANGED = Set.of("promotionResponses");

  private final Responses responses;
  private final Promotions promotions;
  private final Unsubscriptions unsubscriptions;
  private final CustomerDirectory customers;
  private final OrderBook orders;
  private final Event<PromotionResponded> responded;
  private final PromotionConfig config;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  ResponseService(
      Responses responses,
      Promotions promotions,
      Unsubscriptions unsubscriptions,
      CustomerDirectory customers,
      OrderBook orders,
      Event<PromotionResponded> responded,
      PromotionConfig config,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.responses = responses;
    this.promotions = promotions;
    this.unsubscriptions = unsubscriptions;
    this.customers = customers;
    this.orders = orders;
    this.responded = responded;
    this.config = config;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records how somebody responded, of the control group too: that a promotion reached them all the
   * same is what its analysis must know. Who unsubscribes withdraws the consent to be approached
   * through that channel, or through all where the channel is none of approach.
   *
   * @throws ProblemException {@code not-found}, {@code validation-failed}, {@code
   *     not-your-customer}, {@code promotion-not-running} if it never ran, {@code promotion-closed}
   *     if it is over for longer than late responses are taken
   */
  @Transactional
  Receipt create(UUID promotionId, NewResponse document) {
    Instant now = clock.now();
    Promotion promotion =
        promotions.findByIdOptional(promotionId).orElseThrow(ProblemException::notFound);
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    ProblemException.demandNone(problems);
    UUID customer = document.customerId();
    viewing.concerns(customer);
    customers.demandReach(customer);
    promotion.demandResponsesTaken(now, config.responseGrace());
    Instant at =
        Objects.requireNonNullElse(document.respondedAt(), now).truncatedTo(ChronoUnit.MICROS);
    refuseImpossible(promotion, document, at, now);
    Response response =
        new Response(ids.next(), promotionId, document, at, viewing.caller().userId(), now);
    responses.persistAndFlush(response);
    changes.record(customer, CHANGED);
    if (document.kind() == ResponseKind.UNSUBSCRIBED) {
      unsubscriptions.record(customer, document.channel().approach());
    }
    responded.fire(new PromotionResponded(customer, promotionId, document.kind(), at));
    return new Receipt(response.id(), null, 0);
  }

  /** A page of a promotion's responses; without those of customers out of reach. */
  Page<ResponseView> list(UUID promotionId, PageRequest page) {
    promotions.demandExists(promotionId);
    Page<Response> cut =
        Page.of(responses.list(promotionId, page), page, last -> last.id().toString());
    Set<UUID> open = customers.withinReach(cut.items().stream().map(Response::customerId).toList());
    viewing.expect(open);
    return cut.filter(found -> open.contains(found.customerId()))
        .map(found -> ResponseView.of(found, viewing.at(found.customerId(), Set.of())));
  }

  private void refuseImpossible(
      Promotion promotion, NewResponse document, Instant at, Instant now) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!customers.exists(document.customerId())) {
      problems.add(new FieldProblem("/customerId", "unknown", "There is no such customer."));
    }
    if (at.isAfter(now.plus(ContactService.AHEAD))
        || at.isBefore(promotion.document().startsAt())) {
      problems.add(
          new FieldProblem(
              "/respondedAt", "out-of-range", "Not before the promotion, and not ahead of now."));
    }
    UUID order = document.orderId();
    boolean foreign =
        order != null
            && orders
                .find(order)
                .filter(it -> document.customerId().equals(it.customerId()))
                .isEmpty();
    if (foreign) {
      problems.add(new FieldProblem("/orderId", "unknown", "This customer has no such order."));
    }
    ProblemException.demandNone(problems);
  }
}
