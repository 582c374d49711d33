package org.kexin.analysis.trend;

import org.kexin.analysis.algorithm.forecast.Choice;

/** How the method is chosen where the caller chooses none. */
enum ChoiceRule {
  AICC,
  ROLLING_ORIGIN;

  private static final int ORIGINS = 6;

  Choice choice() {
    return switch (this) {
      case AICC -> new Choice.ByAicc();
      case ROLLING_ORIGIN -> new Choice.ByRollingOrigin(ORIGINS);
    };
  }
}
