package org.kexin.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** Deadlines, and how long what is kept. */
@ConfigMapping(prefix = "kexin.privacy")
interface PrivacyConfig {

  /**
   * How long after it came a request must be answered. Practice under PIPL article 50 is 15 working
   * days; GDPR article 12(3) allows a month.
   */
  @WithDefault("P15D")
  Period answerWithin();

  /** How much later it may be after the one extension. */
  @WithDefault("P30D")
  Period extension();

  /** How long before the deadline a reminder is due. */
  @WithDefault("P5D")
  Period remindBefore();

  /** How long a preview of an erasure may be carried out. */
  @WithDefault("P1D")
  Period previewGoodFor();

  /** How long after the identity check an erasure may be carried out; none by default. */
  @WithDefault("0s")
  Duration erasureGrace();

  /** Documents of sales, from the sale on. */
  @WithDefault("P10Y")
  Period bookkeeping();

  /** Consents and requests, as evidence, from the last of them on. */
  @WithDefault("P3Y")
  Period evidence();

  /** Records of who looked. */
  @WithDefault("P3Y")
  Period accessRecords();

  /**
   * File to which erasures are appended, on a disk that the database cannot reach: from it they are
   * repeated after a backup was restored.
   */
  Optional<Path> erasureFile();

  /** Days after which a deleted customer is erased, once somebody confirmed that rule. */
  @WithDefault("30")
  int deletedCustomersDays();

  /** Days without any activity after which a customer is erased, once somebody confirmed it. */
  @WithDefault("3650")
  int idleCustomersDays();
}
