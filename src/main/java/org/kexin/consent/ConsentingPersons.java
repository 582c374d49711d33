package org.kexin.consent;

import java.util.Optional;
import java.util.UUID;

/**
 * What must be known of a person to take their decisions. Asked for here, answered by the customer
 * feature, which stands above this one.
 */
public interface ConsentingPersons {

  /** Whether a person can agree alone; empty if there is no such person. */
  Optional<Capacity> capacityOf(UUID person);

  /** Whether a person's own word is enough to agree; to withdraw, it always is. */
  enum Capacity {
    DECIDES_ALONE,
    /** A child under fourteen (PIPL articles 28 and 31). */
    NEEDS_GUARDIAN
  }
}
