package org.kexin.customer;

import org.jspecify.annotations.Nullable;

/**
 * What decides who may know a customer.
 *
 * @param department that it is assigned to; null for none
 * @param restricted whether only the person and compliance may work with it
 * @param live whether it is not deleted
 */
record Standing(@Nullable String department, boolean restricted, boolean live) {

  /** The columns that {@link #of} reads, of the customers with one of {@code :ids}. */
  static final String SELECT =
      "select c.id, c.department, c.restrictedAt, c.deletedAt from Customer c where c.id in :ids";

  static Standing of(Object[] row) {
    return new Standing((String) row[1], row[2] != null, row[3] == null);
  }

  /** Whether everybody whose work it is may work with it. */
  boolean open() {
    return live && !restricted;
  }
}
