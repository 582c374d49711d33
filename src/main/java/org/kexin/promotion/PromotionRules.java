package org.kexin.promotion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Money;

/** What makes a promotion acceptable. Pure: the same document and moment give the same result. */
final class PromotionRules {

  private static final BigDecimal MOST_CONTROL = BigDecimal.valueOf(50);

  private final List<FieldProblem> problems = new ArrayList<>();

  private PromotionRules() {}

  /**
   * What a document refers to, as far as it exists.
   *
   * @param audience whether there is the audience it names, or it names none
   */
  record Known(Set<UUID> products, boolean audience) {}

  /** All that is wrong with a document whose annotations found nothing. */
  static List<FieldProblem> check(NewPromotion document, Known known, Instant now) {
    PromotionRules rules = new PromotionRules();
    rules.time(document, now);
    rules.audience(document, known);
    Currency currency = document.cost().fixed().currency();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < document.offers().size(); i++) {
      Offer offer = document.offers().get(i);
      if (!keys.add(offer.key())) {
        rules.add("/offers/" + i + "/key", "duplicate", "Each offer has a key of its own.");
      }
      rules.offer("/offers/" + i, offer, currency, known);
    }
    return rules.problems;
  }

  private void time(NewPromotion document, Instant now) {
    minute("/startsAt", document.startsAt());
    minute("/endsAt", document.endsAt());
    if (!document.startsAt().isBefore(document.endsAt()) || !now.isBefore(document.endsAt())) {
      add("/endsAt", "out-of-range", "A promotion ends after it starts, and after now.");
    }
  }

  private void minute(String pointer, Instant moment) {
    if (!moment.equals(moment.truncatedTo(ChronoUnit.MINUTES))) {
      add(pointer, "not-a-minute", "The time of a promotion is said to the minute.");
    }
  }

  private void audience(NewPromotion document, Known known) {
    if (!known.audience()) {
      add("/audienceId", "unknown", "There is no such audience.");
    }
    if (document.controlShare() != null) {
      BigDecimal share = new BigDecimal(document.controlShare());
      if (share.signum() <= 0 || share.compareTo(MOST_CONTROL) > 0) {
        add("/controlShare", "out-of-range", "A control group is above 0 and at most 50 percent.");
      }
      if (document.audienceId() == null) {
        add("/controlShare", "no-audience", "Only an audience can have a control group.");
      }
    }
  }

  private void offer(String pointer, Offer offer, Currency currency, Known known) {
    if (!known.products().containsAll(offer.productIds())) {
      add(pointer + "/productIds", "unknown", "Some of these products do not exist.");
    }
    Money amount = offer.discount().amount();
    Money price = offer.referencePrice();
    if (amount != null && !amount.currency().equals(currency)) {
      add(pointer + "/discount/amount", "currency-mismatch", "A promotion has one currency.");
    }
    if (price == null ? amount != null : price.amount().signum() <= 0) {
      add(
          pointer + "/referencePrice",
          "needed",
          "A discount by amount needs a price above zero to be compared at.");
    }
    if (price != null && !price.currency().equals(currency)) {
      add(pointer + "/referencePrice", "currency-mismatch", "A promotion has one currency.");
    }
  }

  private void add(String pointer, String code, String detail) {
    problems.add(new FieldProblem(pointer, code, detail));
  }
}
