/**
 * What was said between a customer and the company: visits, calls, messages, consultations and
 * objections, and how these were handled. The texts are the words of staff about a customer: of the
 * class BEHAVIOUR, in plain columns, gone with an erasure. Never approaches anybody itself; an
 * offer that was made is recorded only if the customer agreed to be approached that way.
 */
@NullMarked
package org.kexin.interaction;

import org.jspecify.annotations.NullMarked;
