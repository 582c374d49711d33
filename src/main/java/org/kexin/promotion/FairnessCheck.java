package org.kexin.promotion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new and what a loyal customer would pay for the same product, so that nobody pays more for
 * being known (大数据杀熟: PIPL article 24; Regulations on the Implementation of the Consumer Protection
 * Law 2024, article 9). Pure.
 *
 * <p>A customer pays with the best offer open to them; offers do not add up, as an order takes one
 * voucher. Looked at is the worst moment of the time of a campaign: others that last as long count
 * whole; of those that run for a part of it only what is for new customers and not for loyal ones,
 * since the rest makes up for nothing when it is not on. The other direction, a reward for loyalty,
 * is no unfairness.
 */
final class FairnessCheck {

  private static final int RATIO_DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Campaign> campaigns;
  private final BigDecimal threshold;

  private FairnessCheck(List<Campaign> campaigns, BigDecimal threshold) {
    this.campaigns = campaigns;
    this.threshold = threshold;
  }

  /**
   * The offers of a promotion.
   *
   * @param toNew whether there may be new customers in its audience
   * @param toLoyal whether there may be loyal ones
   * @param lasts whether it runs for the whole time that is looked at
   */
  record Campaign(List<Offer> offers, boolean toNew, boolean toLoyal, boolean lasts) {

    /** Copies the offers. */
    Campaign {
      offers = List.copyOf(offers);
    }

    private boolean counts(Offer offer, OfferedTo buyer) {
      boolean isForNew = toNew && offer.offeredTo() != OfferedTo.LOYAL;
      boolean isForLoyal = toLoyal && offer.offeredTo() != OfferedTo.NEW;
      return buyer == OfferedTo.NEW ? isForNew && (lasts || !isForLoyal) : isForLoyal && lasts;
    }
  }

  /**
   * One product.
   *
   * @param product null for all that no offer names
   * @param newPays share of the price that a new customer pays, 0 to 1
   * @param loyalPays share that a loyal one pays
   * @param ratio of the second to the first, to four decimals half up; null if new customers pay
   *     nothing
   * @param unfair whether loyal customers pay more by more than the threshold
   */
  record Row(
      @Nullable UUID product,
      BigDecimal newPays,
      BigDecimal loyalPays,
      @Nullable BigDecimal ratio,
      boolean unfair) {}

  /**
   * The rows of all products that the promotion names, and one of all others if an offer of it is
   * for everything.
   *
   * @param own the promotion that is looked at
   * @param others that run at some moment of its time
   * @param threshold percent by which loyal customers may pay more, 0 or more
   */
  static List<Row> table(Campaign own, List<Campaign> others, BigDecimal threshold) {
    List<Campaign> all = new ArrayList<>(others);
    all.add(own);
    FairnessCheck check = new FairnessCheck(all, threshold);
    Set<UUID> products = new LinkedHashSet<>();
    own.offers().forEach(offer -> products.addAll(offer.productIds()));
    List<Row> rows = new ArrayList<>();
    products.forEach(product -> rows.add(check.row(product)));
    if (own.offers().stream().anyMatch(offer -> offer.covers(null))) {
      rows.add(check.row(null));
    }
    return rows;
  }

  private Row row(@Nullable UUID product) {
    BigDecimal newPays = pays(OfferedTo.NEW, product);
    BigDecimal loyalPays = pays(OfferedTo.LOYAL, product);
    return new Row(
        product,
        newPays,
        loyalPays,
        newPays.signum() == 0
            ? null
            : loyalPays.divide(newPays, RATIO_DECIMALS, RoundingMode.HALF_UP),
        loyalPays.multiply(HUNDRED).compareTo(newPays.multiply(HUNDRED.add(threshold))) > 0);
  }

  private BigDecimal pays(OfferedTo buyer, @Nullable UUID product) {
    BigDecimal best = BigDecimal.ZERO;
    for (Campaign campaign : campaigns) {
      for (Offer offer : campaign.offers()) {
        if (offer.covers(product) && campaign.counts(offer, buyer)) {
          best = best.max(offer.discount().share(offer.referencePrice()));
        }
      }
    }
    return BigDecimal.ONE.subtract(best);
  }
}
