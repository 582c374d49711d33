package org.kexin.customer;

import org.jspecify.annotations.Nullable;

/**
 * What does lasting harm when it leaks. Kept in one column, because the class SENSITIVE is masked,
 * encrypted and erased as one.
 */
record SensitiveFacts(@Nullable IdentityDocument identityDocument) {

  static final SensitiveFacts NONE = new SensitiveFacts(null);
}
