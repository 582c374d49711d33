package org.kexin.care;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.access.ConsentedUse;

/** On which occasion. */
@Schema(description = "On which occasion (关怀时机).")
public enum CareKind {
  /** 29 February is kept on the 28th in years without one. */
  BIRTHDAY,
  /** Of the first order; kept like a birthday. */
  FIRST_PURCHASE_ANNIVERSARY,
  /** So many days after each order. */
  DAYS_AFTER_PURCHASE,
  /** So many days after the last order, if none came since. */
  SILENCE;

  /** Whether the rule says a number of days. */
  boolean countsDays() {
    return this == DAYS_AFTER_PURCHASE || this == SILENCE;
  }

  /**
   * What somebody must agree to beside being approached: who is picked because of what they did not
   * do is judged by their behaviour.
   */
  Set<ConsentedUse> furtherUses() {
    return this == SILENCE ? Set.of(ConsentedUse.PROFILING) : Set.of();
  }
}
