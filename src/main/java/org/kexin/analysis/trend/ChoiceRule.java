package org.kexin.analysis.trend;

import org.kexin.analysis.algorithm.forecast.Choice;

/** How the method is chosen where the caller chooses none. */
enum ChoiceRule {
  AICC(new Choice.ByAicc()),
  ROLLING_ORIGIN(new Choice.ByRollingOrigin(6));

  private final Choice choice;

  ChoiceRule(Choice choice) {
    this.choice = choice;
  }

  Choice choice() {
    return choice;
  }
}
