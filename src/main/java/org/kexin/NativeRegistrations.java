package org.kexin;

import com.mysql.cj.PerConnectionLRUFactory;
import com.mysql.cj.util.PerVmServerConfigCacheFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;

/**
 * Names what a native executable must contain although nothing in the code refers to it, for types
 * and files that are not ours or cannot say it themselves.
 *
 * <p>Our own records carry {@link RegisterForReflection} where they stand: the registration is then
 * renamed, moved and deleted with its record, and needs no visibility from here. Only records of
 * {@code ..algorithm} packages, which must know nothing but {@code java.*} and Hipparchus, are
 * listed below when they reach JSON. {@code NativeRegistrationTest} fails for each one forgotten.
 */
// Connector/J instantiates both by the name in its connection properties (cachePrepStmts,
// cacheServerConfiguration). Without
// them the executable builds and starts, and its first connection fails.
@RegisterForReflection(
    targets = {PerConnectionLRUFactory.class, PerVmServerConfigCacheFactory.class})
// libphonenumber reads one file per country code from the class path.
@RegisterResources(globs = "com/google/i18n/phonenumbers/data/*")
final class NativeRegistrations {
  private NativeRegistrations() {}
}
