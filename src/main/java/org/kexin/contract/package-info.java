/**
 * Completes the OpenAPI document at build time with what follows from the code: roles, classes of
 * personal data, refusals, shared headers, bounds and examples. A resource states only what cannot
 * be derived. Runs in the build alone; nothing may depend on it, and it never changes behaviour.
 */
@NullMarked
package org.kexin.contract;

import org.jspecify.annotations.NullMarked;
