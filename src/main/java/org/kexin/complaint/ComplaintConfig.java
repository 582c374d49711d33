package org.kexin.complaint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the service looks after complaints by itself. */
@ConfigMapping(prefix = "kexin.complaint")
interface ComplaintConfig {

  /**
   * How often a pod looks whose deadline is near or has passed; an interval such as {@code 10s}.
   */
  @WithDefault("10s")
  String attendEvery();

  /** Complaints of one transaction of that job. */
  @WithDefault("50")
  int attendAtOnce();

  /**
   * Customers who must have complained about the same (category, cause and product) for their
   * complaints to be in the file for learning, whose readers may not see individuals.
   */
  @WithDefault("10")
  int smallestGroup();
}
