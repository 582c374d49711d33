/**
 * Holds the service against its contract: the locked document against the code, a release against
 * the next, and every documented answer of every operation against the running service.
 */
@NullMarked
package org.kexin.contract;

import org.jspecify.annotations.NullMarked;
