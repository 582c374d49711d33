package org.kexin.analysis.identification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.propensity.PropensityModel;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.analysis.run.StandingRuns;

/** How likely one customer buys for the first time, by the standing model. */
@ApplicationScoped
class PropensityInsights implements InsightSource {

  static final String CODE = "first-purchase";

  static final Reason NO_STANDING_MODEL =
      new Reason("NO_STANDING_MODEL", "No model has been computed yet; one is made every day.");
  static final Reason NO_MODEL =
      new Reason("NO_MODEL", "Too few prospects became customers to learn from them.");

  private final StandingRuns standing;
  private final ProspectReader reader;
  private final Answering answering;
  private final ObjectMapper mapper;
  private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

  PropensityInsights(
      StandingRuns standing, ProspectReader reader, Answering answering, ObjectMapper mapper) {
    this.standing = standing;
    this.reader = reader;
    this.answering = answering;
    this.mapper = mapper;
  }

  private record Cached(UUID run, PropensityView view) {}

  /** Nothing of somebody who has bought. */
  @Override
  public List<Insight> about(UUID customer) {
    LocalDate today = answering.today();
    Candidates own = reader.one(customer, today);
    if (own.size() == 0 || !own.isProspect(0)) {
      return List.of();
    }
    Optional<PropensityView> latest = standing.latest(PropensityAnalysis.NAME).map(this::view);
    if (latest.isEmpty()) {
      return List.of(Insight.missing(CODE, NO_STANDING_MODEL, PropensityModels.METHOD));
    }
    PropensityView view = latest.get();
    Double intercept = view.intercept();
    if (intercept == null) {
      return List.of(Insight.missing(CODE, NO_MODEL, PropensityModels.METHOD));
    }
    PropensityModel.Explanation why = model(view, intercept).explain(own.now(0));
    Map<String, String> stated = new TreeMap<>(view.about().parameters());
    stated.put("observedTo", today.toString());
    return List.of(
        Insight.of(
            CODE,
            ProspectWords.rounded(why.probability()),
            "probability",
            ProspectWords.reasons(why),
            PropensityModels.METHOD,
            stated,
            view.about().asOf()));
  }

  private static PropensityModel model(PropensityView view, double intercept) {
    List<PropensityModel.Feature> features = new ArrayList<>();
    for (PropensityView.PropensityFeature feature : view.features()) {
      features.add(
          new PropensityModel.Feature(
              feature.name(),
              Objects.requireNonNull(feature.mean()),
              Objects.requireNonNull(feature.deviation()),
              Objects.requireNonNull(feature.coefficient())));
    }
    return new PropensityModel(intercept, features);
  }

  private PropensityView view(StandingRuns.Standing latest) {
    Cached known = cached.get();
    if (known != null && known.run().equals(latest.run())) {
      return known.view();
    }
    try {
      PropensityView view = mapper.readValue(latest.json(), PropensityView.class);
      cached.set(new Cached(latest.run(), view));
      return view;
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("The standing model cannot be read.", unreadable);
    }
  }
}
