package org.kexin.access;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the present request, as its token says.
 *
 * @param customerId the record that belongs to the caller, for the role customer
 */
public record Caller(
    String userId,
    String clientId,
    @Nullable String department,
    SortedSet<String> roles,
    @Nullable UUID customerId) {

  /** Keeps the roles sorted and fixed. */
  public Caller {
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }
}
