package org.kexin.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How much one caller, that is one user through one client, may ask of one pod. */
@ConfigMapping(prefix = "kexin.quotas")
interface QuotaConfig {

  /** Whether quotas are kept. A production service does not start without. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Callers remembered at a time, about 600 bytes each. Beyond, those that were idle longest are
   * forgotten and begin anew.
   */
  @WithDefault("100000")
  int maxCallers();

  /** For roles that {@link #roles} does not name. */
  Quota standard();

  /** By role; of several roles the most generous counts, quota by quota. */
  Map<String, Quota> roles();

  /** What a caller may use up. */
  interface Quota {

    /** Requests in a minute; they come back evenly. */
    @WithDefault("600")
    int requestsPerMinute();

    /** Persons shown in a minute. A page of 200 persons counts 200, the same person twice two. */
    @WithDefault("1000")
    int personsPerMinute();

    /** Persons shown in a day of 24 hours from the first. */
    @WithDefault("10000")
    int personsPerDay();
  }
}
