package org.kexin.analysis.lifetime;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.lifetime.ExpectedTotals;
import org.kexin.analysis.algorithm.lifetime.PurchaseModel;

/** The fitted models and what they expect of all customers together. */
@ApplicationScoped
class LifetimeAnalysis implements LongAnalysis<LifetimeQuestion> {

  static final String NAME = "lifetime";

  private final LifetimeModels models;
  private final Answering answering;

  LifetimeAnalysis(LifetimeModels models, Answering answering) {
    this.models = models;
    this.answering = answering;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isStanding() {
    return true;
  }

  @Override
  public LifetimeQuestion question(Asked asked) {
    return LifetimeQuestion.of(LifetimeParameters.of(asked), asked.day("calibrationEnd"));
  }

  @Override
  public LifetimeView answer(LifetimeQuestion question, SmallGroups groups, Effort effort) {
    LifetimeModels.Scope scope = models.scope(question, groups);
    Found found =
        answering.compute(
            effort,
            () -> {
              LifetimeModels.Fitted fitted = models.fit(scope, effort.progress());
              return new Found(fitted, expected(fitted));
            });
    return LifetimeFindings.view(
        models.about(found.fitted(), groups), found.fitted(), found.expected(), groups);
  }

  /** For the present caller. */
  LifetimeView answer(LifetimeQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  private record Found(LifetimeModels.Fitted fitted, @Nullable ExpectedTotals expected) {}

  private static @Nullable ExpectedTotals expected(LifetimeModels.Fitted fitted) {
    PurchaseModel model = fitted.purchases().model().value();
    return model == null
        ? null
        : ExpectedTotals.of(
            fitted.histories(),
            model,
            fitted.values().model().value(),
            fitted.scope().question().value());
  }
}
