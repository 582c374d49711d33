package org.kexin.analysis.identification;

import jakarta.enterprise.context.ApplicationScoped;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SmallGroups;

/** The model of who will buy for the first time. */
@ApplicationScoped
class PropensityAnalysis implements LongAnalysis<PropensityQuestion> {

  static final String NAME = "propensity";

  private final PropensityModels models;
  private final Answering answering;

  PropensityAnalysis(PropensityModels models, Answering answering) {
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
  public PropensityQuestion question(Asked asked) {
    return PropensityQuestion.of(PropensityParameters.of(asked));
  }

  @Override
  public PropensityView answer(PropensityQuestion question, SmallGroups groups, Effort effort) {
    PropensityModels.Scope scope = models.scope(question, groups);
    PropensityModels.Fitted fitted = answering.compute(effort, () -> models.fit(scope));
    return PropensityFindings.view(models.about(fitted, groups), fitted, groups);
  }

  /** For the present caller. */
  PropensityView answer(PropensityQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }
}
