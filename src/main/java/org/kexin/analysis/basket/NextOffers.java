package org.kexin.analysis.basket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
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

  private final StandingRuns standing;
  private final LinesReader lines;
  private final ObjectMapper mapper;
  private final int fewest;

  /** The model of the latest run; a race costs no more than reading it twice. */
  private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

  private record Held(UUID run, OfferModel model) {}

  NextOffers(StandingRuns standing, LinesReader lines, ObjectMapper mapper, Answering answering) {
    this.standing = standing;
    this.lines = lines;
    this.mapper = mapper;
    this.fewest = answering.groups(true).smallestGroup();
  }

  /** What was found for one customer, and of which rules. */
  record Found(OfferModel.Offers offers, @Nullable Instant asOf) {}

  /** What to offer a customer who may be judged. */
  Found of(UUID customer, boolean repeat) {
    OfferModel model = model();
    if (model == null) {
      return new Found(new OfferModel.Offers(List.of(), NO_MODEL), null);
    }
    return new Found(model.offers(owned(customer), repeat), model.asOf());
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

  private @Nullable OfferModel model() {
    Optional<StandingRuns.Standing> latest = standing.latest(AssociationAnalysis.NAME);
    if (latest.isEmpty()) {
      return null;
    }
    Held known = held.get();
    if (known == null || !known.run().equals(latest.get().run())) {
      known = new Held(latest.get().run(), read(latest.get().json()));
      held.set(known);
    }
    return known.model();
  }

  private OfferModel read(String json) {
    try {
      return new OfferModel(mapper.readValue(json, AssociationsView.class), fewest);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("The standing rules cannot be read.", failure);
    }
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
