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

/** Leads from what one customer has, by the standing rules, to what to offer next. */
@ApplicationScoped
class NextOffers implements InsightSource {

  static final Answering.Method METHOD =
      new Answering.Method("Association rules alone, no similarity of items (Burke 2002)", "1");

  private static final String CODE = "next-offer";
  private static final int LONGEST_REASON = 500;

  private static final Reason NO_MODEL =
      new Reason("NO_MODEL", "The rules are not computed yet; they will be within the day.");

  private final StandingModel<OfferModel> standing;
  private final LinesReader lines;
  private final int fewest;

  NextOffers(StandingRuns runs, LinesReader lines, ObjectMapper mapper, Answering answering) {
    this.lines = lines;
    this.fewest = answering.groups(true).smallestGroup();
    this.standing =
        StandingModel.of(
            runs,
            mapper,
            AssociationAnalysis.NAME,
            AssociationsView.class,
            answer -> new OfferModel(answer, fewest));
  }

  /** What was found for one customer, and of which rules. */
  record Found(OfferModel.Offers offers, @Nullable Instant asOf) {}

  /** What to offer a customer who may be judged. */
  Found of(UUID customer, boolean repeat) {
    return standing
        .latest()
        .map(model -> new Found(model.offers(owned(customer), repeat), model.asOf()))
        .orElseGet(() -> new Found(new OfferModel.Offers(List.of(), NO_MODEL), null));
  }

  /** What the method is given. */
  SortedMap<String, String> parameters(boolean repeat) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("repeat", String.valueOf(repeat));
    parameters.put("fewestBaskets", String.valueOf(fewest));
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
    String reason = best.reason();
    return List.of(
        Insight.of(
            CODE,
            best.product().code(),
            null,
            List.of(
                new Insight.Why(
                    "RULE", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))),
            METHOD,
            parameters(false),
            found.asOf()));
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
