package org.kexin.consent;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a person to take their decisions. Asked for here, answered by the customer
 * feature, which stands above this one.
 */
public interface ConsentingPersons {

  /** The person; empty if there is none. */
  Optional<ConsentingPerson> find(UUID person);

  /**
   * Has whoever is about to approach the person wait until the caller's transaction ends, and waits
   * for who began before.
   */
  void lock(UUID person);

  /**
   * Somebody who decides.
   *
   * @param department to which the customer is assigned, null for none
   */
  record ConsentingPerson(Capacity capacity, @Nullable String department) {}

  /** Whether a person's own word is enough to agree; to withdraw, it always is. */
  enum Capacity {
    DECIDES_ALONE,
    /** A child under fourteen (PIPL articles 28 and 31). */
    NEEDS_GUARDIAN
  }
}
