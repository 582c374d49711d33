package org.kexin.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How analyses run and what they may show. */
@ConfigMapping(prefix = "kexin.analysis")
interface AnalysisConfig {

  /** Customers that a group must have to be shown to a role that may not see individuals. */
  @WithDefault("10")
  int smallestGroup();

  /**
   * How long those who may not see individuals are answered from the same cut of the data. Anew
   * only if k customers bought something since.
   */
  @WithDefault("24h")
  Duration cutEvery();

  /** The zone in which an instant becomes a calendar day. */
  @WithDefault("UTC")
  ZoneId zone();

  /** Analyses computed at one time per pod; more wait. */
  @WithDefault("2")
  int threads();

  /** Analyses that may wait; beyond it the answer is 503 at once. */
  @WithDefault("16")
  int queue();

  /** How long a caller waits for a result. */
  @WithDefault("60s")
  Duration patience();
}
