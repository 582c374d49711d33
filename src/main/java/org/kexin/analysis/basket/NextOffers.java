package org.kexin.analysis.basket;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.analysis.run.StandingModel;
import org.kexin.analysis.run.StandingRuns;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LinesReader;

/**
 * Leads from what one customer has, by the standing rules and the standing likeness of products, to
 * what to offer next.
 */
@ApplicationScoped
class NextOffers implements InsightSource {

  static final Answering.Method METHOD =
      new Answering.Method(
          "Association rules and similarity of items, a weighted hybrid (Burke 2002)", "2");

  private static final String CODE = "next-offer";
  private static final int LONGEST_REASON = 500;

  private static final Reason NO_MODEL =
      new Reason(
          "NO_MODEL",
          "Neither rules nor similarities are computed yet; they will be within the day.");

  private final StandingModel<KnownRules> rules;
  private final StandingModel<KnownSimilarities> similarities;
  private final LinesReader lines;
  private final int fewest;

  NextOffers(StandingRuns runs, LinesReader lines, ObjectMapper mapper, Answering answering) {
    this.lines = lines;
    this.fewest = answering.groups(true).smallestGroup();
    this.rules =
        StandingModel.of(
            runs,
            mapper,
            AssociationAnalysis.NAME,
            AssociationsView.class,
            answer -> KnownRules.of(answer, fewest));
    this.similarities =
        StandingModel.of(
            runs,
            mapper,
            ProductSimilarityAnalysis.NAME,
            ProductSimilaritiesView.class,
            answer -> KnownSimilarities.of(answer, fewest));
  }

  /**
   * What was found for one customer, and of which models.
   *
   * @param parameters what the method was given
   */
  record Found(
      OfferModel.Offers offers, SortedMap<String, String> parameters, @Nullable Instant asOf) {}

  /** What to offer a customer who may be judged. */
  Found of(UUID customer, boolean repeat) {
    return OfferModel.of(rules.latest(), similarities.latest())
        .map(
            model ->
                new Found(
                    model.offers(owned(customer), repeat),
                    parameters(repeat, model.ruleWeight()),
                    model.asOf()))
        .orElseGet(
            () ->
                new Found(
                    new OfferModel.Offers(List.of(), NO_MODEL), parameters(repeat, null), null));
  }

  /**
   * What the method is given.
   *
   * @param ruleWeight null where there is no model
   */
  SortedMap<String, String> parameters(boolean repeat, @Nullable Double ruleWeight) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("repeat", String.valueOf(repeat));
    parameters.put("fewestBaskets", String.valueOf(fewest));
    parameters.put("fewestCustomers", String.valueOf(fewest));
    if (ruleWeight != null) {
      parameters.put("ruleWeight", String.valueOf(ruleWeight));
    }
    return parameters;
  }

  @Override
  public List<Insight> about(UUID customer) {
    Found found = of(customer, false);
    Reason none = found.offers().none();
    if (none != null) {
      return List.of(Insight.missing(CODE, none, METHOD));
    }
    RecommendationsView.Offer best = found.offers().offers().getFirst();
    return List.of(
        Insight.of(
            CODE,
            best.product().code(),
            null,
            best.grounds().stream()
                .map(ground -> new Insight.Why(ground.code(), shortened(ground.detail())))
                .toList(),
            METHOD,
            found.parameters(),
            found.asOf()));
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  /** Products of which more were bought than given back, in whatever currency. */
  private List<UUID> owned(UUID customer) {
    Map<UUID, Long> pieces = new HashMap<>();
    lines.streamOf(
        customer,
        null,
        row ->
            pieces.merge(
                row.productId(),
                row.kind() == Kind.RETURN ? -(long) row.quantity() : row.quantity(),
                Long::sum));
    return pieces.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
