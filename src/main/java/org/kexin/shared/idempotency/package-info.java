/**
 * Repeating a request without repeating its effect. Owns the remembered answers; a remembered
 * answer is a receipt and never holds personal data.
 */
@NullMarked
package org.kexin.shared.idempotency;

import org.jspecify.annotations.NullMarked;
