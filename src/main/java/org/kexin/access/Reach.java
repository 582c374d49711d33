package org.kexin.access;

import org.jspecify.annotations.Nullable;

/**
 * Whose customers a caller may know: everybody's, or those of one department and those of none.
 *
 * @param limited whether a department counts at all
 * @param department of the caller; null where the token names none, who then reaches only customers
 *     that are not assigned
 */
public record Reach(boolean limited, @Nullable String department) {

  static Reach of(Caller caller) {
    return new Reach(AccessPolicy.boundToDepartment(caller.roles()), caller.department());
  }

  /** Whether a customer who is assigned to that department, or to none, is within. */
  public boolean covers(@Nullable String assigned) {
    return !limited || assigned == null || assigned.equals(department);
  }
}
