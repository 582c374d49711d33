package org.kexin.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers have in common who are picked by what stands in their own row, readable without
 * their keys. Null, and an empty set, mean that it does not matter.
 *
 * @param createdFrom made at this moment or later
 * @param createdUntil made before this moment
 * @param bornFrom born on this day or later; who has no birth date does not fit
 * @param bornUntil born on this day or earlier; who has no birth date does not fit
 */
public record CustomerTraits(
    @Nullable Kind kind,
    Set<String> departments,
    Set<Source> sources,
    @Nullable Instant createdFrom,
    Instant createdUntil,
    Set<Individual.Gender> genders,
    @Nullable LocalDate bornFrom,
    @Nullable LocalDate bornUntil) {

  /** Copies the sets. */
  public CustomerTraits {
    departments = Set.copyOf(departments);
    sources = Set.copyOf(sources);
    genders = Set.copyOf(genders);
  }
}
