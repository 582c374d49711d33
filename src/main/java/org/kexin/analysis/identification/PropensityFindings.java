package org.kexin.analysis.identification;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.propensity.PropensityFit;
import org.kexin.analysis.algorithm.propensity.PropensityModel;
import org.kexin.analysis.algorithm.propensity.Validation;

/** A fitted model as an answer, without what would tell of too few customers. */
final class PropensityFindings {

  static final String DEFINITION =
      "Of customers without any purchase at the end of a day: the probability that they buy"
          + " something within so many days. Learnt from who was in that position so many days"
          + " before; nothing that came to be known later is used.";

  static final String FAIRNESS =
      "Looked at: kind and source of the record, how long it is there, contacts and promotions."
          + " Never looked at: gender, age, income, marital status, education, address, identity"
          + " documents or any sensitive attribute.";

  private static final int TENTHS = 10;

  private PropensityFindings() {}

  static PropensityView view(About about, PropensityModels.Fitted fitted, SmallGroups groups) {
    PropensityFit fit = fitted.fit();
    PropensityModel model = fit.model().value();
    long others = fitted.learntFrom() - fitted.buyers();
    boolean shown = groups.shows(fitted.buyers()) && groups.shows(others);
    PropensityFit.Convergence convergence = fit.convergence();
    return new PropensityView(
        about,
        DEFINITION,
        FAIRNESS,
        groups.show(fitted.learntFrom(), coarse(fitted.learntFrom(), groups)),
        shown ? coarse(fitted.buyers(), groups) : null,
        casesNeeded(),
        model == null ? Objects.requireNonNull(fit.model().reason()).detail() : null,
        model == null ? null : model.intercept(),
        convergence == null ? null : convergence.converged(),
        model == null ? List.of() : features(model, fitted, groups),
        fit.validation() == null ? null : check(fit.validation(), groups));
  }

  static int casesNeeded() {
    return PropensityModels.FIT.casesPerFeature() * Features.NAMES.size();
  }

  /** Whole k only, so that answers of two days cannot be subtracted. */
  static long coarse(long count, SmallGroups groups) {
    return groups.individualsAllowed() ? count : count - count % groups.smallestGroup();
  }

  private static List<PropensityView.PropensityFeature> features(
      PropensityModel model, PropensityModels.Fitted fitted, SmallGroups groups) {
    return IntStream.range(0, model.features().size())
        .mapToObj(
            i -> {
              PropensityModel.Feature feature = model.features().get(i);
              long having = fitted.having().get(i);
              boolean shown = groups.shows(having) && groups.shows(fitted.learntFrom() - having);
              boolean all = groups.individualsAllowed();
              return new PropensityView.PropensityFeature(
                  feature.name(),
                  shown ? feature.coefficient() : null,
                  all ? feature.mean() : null,
                  all ? feature.deviation() : null);
            })
        .toList();
  }

  private static PropensityView.PropensityCheck check(Validation checked, SmallGroups groups) {
    long others = checked.customers() - checked.positives();
    boolean shown = groups.shows(checked.positives()) && groups.shows(others);
    return new PropensityView.PropensityCheck(
        groups.show(checked.customers(), coarse(checked.customers(), groups)),
        shown ? coarse(checked.positives(), groups) : null,
        shown ? checked.meanPredicted().value() : null,
        shown ? checked.auc().value() : null,
        shown ? checked.brierScore().value() : null,
        shown ? checked.brierSkill().value() : null,
        shown && groups.showsEach(checked.customers(), TENTHS)
            ? checked.deciles().stream().map(PropensityFindings::tenth).toList()
            : List.of(),
        reason(checked, shown, groups));
  }

  private static @Nullable String reason(Validation checked, boolean shown, SmallGroups groups) {
    if (!shown) {
      return groups.reason();
    }
    return checked.auc().reason() == null ? null : checked.auc().reason().detail();
  }

  private static PropensityView.PropensityTenth tenth(Validation.Decile decile) {
    return new PropensityView.PropensityTenth(
        decile.number(),
        decile.meanPredicted(),
        decile.observedRate(),
        decile.shareReached().value(),
        decile.lift().value());
  }
}
