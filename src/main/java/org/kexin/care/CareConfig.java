package org.kexin.care;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How rules of care are followed. */
@ConfigMapping(prefix = "kexin.care")
interface CareConfig {

  /** How often each pod looks for occasions, such as {@code 1m}. */
  @WithDefault("1m")
  @WithName("look-every")
  String lookEvery();

  /** Days that are made up for after an outage; what lies further back is left out. */
  @WithDefault("7")
  int longestDelayDays();

  /** Customers or orders looked at in one transaction; at most 1,000. */
  @WithDefault("500")
  int stretch();
}
