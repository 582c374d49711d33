package org.kexin.analysis.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How background analyses run. */
@ConfigMapping(prefix = "kexin.analysis.runs")
interface RunConfig {

  /** How long a run is a pod's own without a sign of life; each second renews it. */
  @WithDefault("30s")
  Duration lease();

  /** How long one run may compute. */
  @WithDefault("1h")
  Duration patience();

  /** How long runs and their results are kept. */
  @WithDefault("90d")
  Duration kept();

  /** How often standing analyses are computed anew. */
  @WithDefault("24h")
  Duration standingEvery();

  /** How often each pod looks whether one is due. */
  @WithDefault("1m")
  String lookEvery();

  /** Runs that one caller may have waiting or running at a time. */
  @WithDefault("20")
  int openPerCaller();
}
