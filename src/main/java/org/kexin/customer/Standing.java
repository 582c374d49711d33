package org.kexin.customer;

import org.jspecify.annotations.Nullable;

/**
 * What decides who may know a customer.
 *
 * @param department that it is assigned to; null for none
 * @param restricted whether only the person and compliance may work with it
 */
record Standing(@Nullable String department, boolean restricted) {}
