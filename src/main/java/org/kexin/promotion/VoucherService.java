package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.kexin.access.Viewing;
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

/** Making and finding vouchers. */
@ApplicationScoped
class VoucherService {

  private final Vouchers vouchers;
  private final Promotions promotions;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  VoucherService(
      Vouchers vouchers,
      Promotions promotions,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.vouchers = vouchers;
    this.promotions = promotions;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a voucher for an offer of a promotion that was started: from then on its offers stay as
   * they were checked.
   *
   * @throws ProblemException {@code not-found} if there is no such promotion, {@code
   *     promotion-not-running} if it is a draft, closed or cancelled, {@code validation-failed},
   *     {@code already-exists} if the code is taken
   */
  @Transactional
  Receipt create(UUID promotionId, NewVoucher document) {
    Promotion promotion = demand(promotionId);
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty() && promotion.offer(document.offer()).isEmpty()) {
      problems.add(new FieldProblem("/offer", "unknown", "The promotion has no such offer."));
    }
    Money minimum = document.minimumAmount();
    if (minimum != null && !minimum.currency().equals(currency(promotion))) {
      problems.add(
          new FieldProblem(
              "/minimumAmount", "currency-mismatch", "Use the currency of the promotion."));
    }
    ProblemException.demandNone(problems);
    if (promotion.state() != PromotionState.STARTING
        && promotion.state() != PromotionState.RUNNING) {
      throw new ProblemException(
          ProblemCode.PROMOTION_NOT_RUNNING,
          "Start the promotion first: vouchers are for offers that do not change any more.");
    }
    Voucher voucher =
        new Voucher(ids.next(), promotion, document, clock.now(), viewing.caller().userId());
    if (vouchers.findByCode(document.code()).isPresent()) {
      throw taken();
    }
    try {
      vouchers.persistAndFlush(voucher);
    } catch (ConstraintViolationException raced) {
      throw taken();
    }
    return new Receipt(voucher.id(), document.code(), 0);
  }

  Page<VoucherView> list(UUID promotionId, PageRequest page) {
    Currency currency = currency(demand(promotionId));
    return Page.of(vouchers.list(promotionId, page), page, last -> last.id().toString())
        .map(voucher -> voucher.view(currency));
  }

  VoucherView read(UUID id) {
    return view(vouchers.findByIdOptional(id).orElseThrow(ProblemException::notFound));
  }

  /**
   * The voucher with a code.
   *
   * @throws ProblemException {@code not-found} if there is none, {@code validation-failed}
   */
  VoucherView find(VoucherSearch search) {
    List<FieldProblem> problems = violations.of(search);
    ProblemException.demandNone(problems);
    return view(vouchers.findByCode(search.code()).orElseThrow(ProblemException::notFound));
  }

  private VoucherView view(Voucher voucher) {
    return voucher.view(currency(promotions.findById(voucher.promotionId())));
  }

  private Promotion demand(UUID id) {
    return promotions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }

  private static Currency currency(Promotion promotion) {
    return promotion.document().cost().fixed().currency();
  }

  private static ProblemException taken() {
    return new ProblemException(
        ProblemCode.ALREADY_EXISTS, "A voucher with this code exists; choose another one.");
  }
}
