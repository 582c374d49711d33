package org.kexin.analysis.identification;

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
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.propensity.PropensityModel;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.analysis.run.StandingModel;
import org.kexin.analysis.run.StandingRuns;

/** How likely one customer buys for the first time, by the standing model. */
@ApplicationScoped
class PropensityInsights implements InsightSource {

  static final String CODE = "first-purchase";

  static final Reason NO_STANDING_MODEL =
      new Reason("NO_STANDING_MODEL", "No model has been computed yet; one is made every day.");
  static final Reason NO_MODEL =
      new Reason("NO_MODEL", "Too few prospects became customers to learn from them.");

  private final StandingModel<PropensityView> standing;
  private final ProspectReader reader;
  private final Answering answering;

  PropensityInsights(
      StandingRuns runs, ProspectReader reader, Answering answering, ObjectMapper mapper) {
    this.standing = StandingModel.of(runs, mapper, PropensityAnalysis.NAME, PropensityView.class);
    this.reader = reader;
    this.answering = answering;
  }

  /** Nothing of somebody who has bought. */
  @Override
  public List<Insight> about(UUID customer) {
    LocalDate today = answering.today();
    Candidates own = reader.one(customer, today);
    if (own.size() == 0 || !own.isProspect(0)) {
      return List.of();
    }
    Optional<PropensityView> latest = standing.latest();
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
}
