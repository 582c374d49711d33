/**
 * What tests of several features share: the local MySQL and Keycloak, and tokens of the sample
 * realm. Nothing here stands in for a real part.
 */
@NullMarked
package org.kexin.testing;

import org.jspecify.annotations.NullMarked;
