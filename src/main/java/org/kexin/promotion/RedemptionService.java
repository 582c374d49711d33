package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.transaction.OrderBook;

/**
 * Using vouchers. What is asked first may be old when it counts: the limits are held by the
 * counting statements alone, which come last, so that their rows are locked for as short as can be.
 */
@ApplicationScoped
class RedemptionService {

  private static final Set<String> CHANGED = Set.of("voucherRedemptions");

  private final Vouchers vouchers;
  private final Redemptions redemptions;
  private final Promotions promotions;
  private final PromotionTallies tallies;
  private final Buyers buyers;
  private final OrderBook orders;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  RedemptionService(
      Vouchers vouchers,
      Redemptions redemptions,
      Promotions promotions,
      PromotionTallies tallies,
      Buyers buyers,
      OrderBook orders,
      CustomerDirectory customers,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.vouchers = vouchers;
    this.redemptions = redemptions;
    this.promotions = promotions;
    this.tallies = tallies;
    this.buyers = buyers;
    this.orders = orders;
    this.customers = customers;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What the voucher would do; changes nothing.
   *
   * @throws ProblemException {@code not-found} if there is no such voucher, {@code
   *     validation-failed} if the basket is none
   */
  VoucherValidation validate(UUID id, VoucherBasket basket) {
    return VoucherValidation.of(VoucherRules.judge(question(id, basket, clock.now())));
  }

  /**
   * Uses the voucher, whole or not at all: both limits, the row and the cost in one transaction.
   *
   * @throws ProblemException as {@link #validate}; the first reason of the rules that refuse it;
   *     {@code budget-exceeded} if the promotion's budget is hard and spent
   */
  @Transactional
  RedemptionReceipt redeem(UUID id, VoucherBasket basket) {
    Instant now = clock.now();
    VoucherRules.Question asked = question(id, basket, now);
    Money discount =
        switch (VoucherRules.judge(asked)) {
          case VoucherRules.Granted granted -> granted.discount();
          case VoucherRules.Refused refused ->
              throw RedemptionRefusals.because(refused.reasons().getFirst());
        };
    UUID customer = basket.customerId();
    Redemption redemption =
        new Redemption(
            ids.next(),
            asked.voucher(),
            customer,
            asked.purchase(),
            discount,
            now,
            viewing.caller().userId());
    try {
      redemptions.persistAndFlush(redemption);
    } catch (ConstraintViolationException raced) {
      throw RedemptionRefusals.because(ProblemCode.ORDER_ALREADY_DISCOUNTED);
    }
    changes.record(customer, CHANGED);
    vouchers.countFor(customer, asked.voucher());
    vouchers.count(asked.voucher());
    tallies.book(asked.promotion(), new PromotionTallies.Spending(0, 1, discount.amount()));
    return new RedemptionReceipt(redemption.id(), discount);
  }

  /**
   * Takes a redemption back: both counts and the cost are given back. Possible also when the
   * promotion is over, as goods come back then, too. A partner takes back what it redeemed itself.
   *
   * @throws ProblemException {@code not-found}, or {@code redemption-rolled-back} if that was done
   *     before
   */
  @Transactional
  Receipt rollBack(UUID id) {
    Redemption redemption =
        redemptions
            .findForUpdate(id)
            .filter(found -> !onlyOwn() || found.isBy(viewing.caller().userId()))
            .orElseThrow(ProblemException::notFound);
    viewing.concerns(redemption.customerId());
    if (!onlyOwn()) {
      customers.demandReach(redemption.customerId());
    }
    redemption.rollBack(clock.now(), viewing.caller().userId());
    redemptions.flush();
    changes.record(redemption.customerId(), CHANGED);
    vouchers.giveBack(redemption.voucherId(), redemption.customerId());
    tallies.giveBack(redemption.promotionId(), redemption.discount().amount());
    return new Receipt(id, null, 1);
  }

  /** A redemption as the caller may see it. */
  RedemptionView read(UUID id) {
    Redemption found = redemptions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    viewing.concerns(found.customerId());
    customers.demandReach(found.customerId());
    return RedemptionView.of(found, viewing.at(found.customerId(), Set.of()));
  }

  /** A page of a voucher's redemptions; without those of customers out of reach. */
  Page<RedemptionView> list(UUID voucher, PageRequest page) {
    vouchers.demandExists(voucher);
    Page<Redemption> cut =
        Page.of(redemptions.list(voucher, page), page, last -> last.id().toString());
    Set<UUID> open =
        customers.withinReach(cut.items().stream().map(Redemption::customerId).toList());
    viewing.expect(open);
    return cut.filter(found -> open.contains(found.customerId()))
        .map(found -> RedemptionView.of(found, viewing.at(found.customerId(), Set.of())));
  }

  private VoucherRules.Question question(UUID id, VoucherBasket basket, Instant now) {
    List<FieldProblem> problems = violations.of(basket);
    ProblemException.demandNone(problems);
    UUID customer = basket.customerId();
    Voucher voucher = vouchers.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    viewing.concerns(customer);
    boolean reached = reaches(customer);
    Promotion promotion = promotions.findById(voucher.promotionId());
    Offer offer = promotion.offer(voucher.offer()).orElseThrow();
    Purchase purchase = purchase(basket, offer);
    return new VoucherRules.Question(
        promotion,
        voucher,
        offer,
        purchase,
        voucher.redeemed(),
        voucher.customerLimit() == null ? 0 : vouchers.redeemedBy(id, customer),
        reached && buyers.mayUse(offer, promotion, customer, purchase.orderId(), now),
        purchase.orderId() != null && redemptions.standsFor(purchase.orderId()),
        now);
  }

  /** To a partner nobody says whether there is a customer: whoever is hidden is not meant. */
  private boolean reaches(UUID customer) {
    if (onlyOwn()) {
      return customers.withinReach(Set.of(customer)).contains(customer);
    }
    customers.demandReach(customer);
    return true;
  }

  private boolean onlyOwn() {
    Set<String> roles = viewing.caller().roles();
    return !roles.contains(Roles.SALES) && !roles.contains(Roles.SERVICE_AGENT);
  }

  private Purchase purchase(VoucherBasket basket, Offer offer) {
    UUID order = basket.orderId();
    if (order != null) {
      return ofOrder(basket.customerId(), order, offer);
    }
    Money amount = basket.amount();
    if (amount != null) {
      if (!offer.productIds().isEmpty()) {
        throw ProblemException.invalid(
            "/lines", "needed", "The offer is for some products: send lines, or an order.");
      }
      return new Purchase(null, amount, amount);
    }
    Money total = sum(basket.lines(), null);
    return new Purchase(null, total, sum(basket.lines(), offer));
  }

  private Purchase ofOrder(UUID customer, UUID order, Offer offer) {
    OrderBook.BookedOrder found =
        orders
            .find(order)
            .filter(it -> customer.equals(it.customerId()))
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/orderId", "unknown", "This customer has no such order."));
    Money total = found.total();
    return new Purchase(
        order,
        total,
        offer.productIds().isEmpty()
            ? total
            : new Money(orders.amountOf(order, offer.productIds()), total.currency()));
  }

  private static Money sum(List<VoucherBasket.Line> lines, @Nullable Offer offer) {
    Money sum = Money.zero(lines.getFirst().unitPrice().currency());
    for (VoucherBasket.Line line : lines) {
      if (offer == null || offer.covers(Objects.requireNonNull(line.productId()))) {
        sum = sum.plus(line.unitPrice().times(line.quantity()));
      }
    }
    return sum;
  }
}
