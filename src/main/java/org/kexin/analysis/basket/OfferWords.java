package org.kexin.analysis.basket;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a product is offered, in words. */
final class OfferWords {

  private static final int PERCENT = 100;
  private static final int NAME_IN_A_SENTENCE = 60;

  private OfferWords() {}

  static String rule(AssociationsView.Thing product, RecommendationsView.RuleGround rule) {
    return String.format(
        Locale.ROOT,
        "%d %% of the baskets with %s hold %s too, %.1f times as many as of all baskets.",
        Math.round(rule.confidence() * PERCENT),
        rule.because().stream().map(OfferWords::said).collect(Collectors.joining(" and ")),
        said(product),
        rule.lift());
  }

  static String similarity(
      AssociationsView.Thing product, List<RecommendationsView.SimilarTo> similarTo) {
    return similarTo.stream()
        .map(
            to ->
                String.format(
                    Locale.ROOT,
                    "%s (similarity %.2f over %d customers)",
                    said(to.product()),
                    to.similarity(),
                    to.customers()))
        .collect(Collectors.joining(" and ", said(product) + " is bought by those who buy ", "."));
  }

  /** The name as far as a sentence has room for it. */
  static String said(AssociationsView.Thing thing) {
    String name = thing.name() == null ? thing.code() : thing.name();
    return name.length() <= NAME_IN_A_SENTENCE ? name : name.substring(0, NAME_IN_A_SENTENCE) + "…";
  }
}
