package org.kexin.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How access records are written. */
@ConfigMapping(prefix = "kexin.audit")
interface AuditConfig {

  /** Records that may wait; beyond it answers are refused at once instead of piling up. */
  @WithDefault("4096")
  int queue();

  /** Records of one commit at most. */
  @WithDefault("256")
  int batch();

  /** How long an answer waits for its record before it becomes a 503. */
  @WithDefault("5s")
  Duration patience();
}
