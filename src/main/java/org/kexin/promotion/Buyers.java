package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.customer.CustomerDirectory;
import org.kexin.transaction.OrderBook;

/** Whether an offer is open to a customer. */
@ApplicationScoped
class Buyers {

  private final PromotionMembers members;
  private final CustomerDirectory customers;
  private final OrderBook orders;
  private final BuyerTerms terms;

  Buyers(
      PromotionMembers members,
      CustomerDirectory customers,
      OrderBook orders,
      PromotionConfig config) {
    this.members = members;
    this.customers = customers;
    this.orders = orders;
    this.terms = config.buyers();
  }

  /**
   * Whether the customer is known, not of the control group, a member where the promotion has an
   * audience, and new or loyal where the offer is for such.
   *
   * @param ordering the order that the offer is wanted for, which counts for nothing yet
   */
  boolean mayUse(
      Offer offer, Promotion promotion, UUID customer, @Nullable UUID ordering, Instant now) {
    if (!customers.exists(customer)) {
      return false;
    }
    if (promotion.audienceId() != null && !members.isTarget(promotion.id(), customer)) {
      return false;
    }
    return switch (offer.offeredTo()) {
      case ALL -> true;
      case NEW -> orders.ordersSince(customer, terms.newSince(now), ordering) == 0;
      case LOYAL ->
          orders.ordersSince(customer, terms.loyalSince(now), ordering) >= terms.loyalOrders();
    };
  }
}
