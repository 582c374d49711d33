/**
 * Promotions: what a company offers, to whom, by which media and at what cost; the audience frozen
 * at the start with its control group; contacts and responses; vouchers. It never approaches
 * anybody itself, and records an approach only where {@link
 * org.kexin.customer.ContactableCustomers} lets it. It holds no text about persons, so nothing of
 * it is sealed; erasure cuts the link to the person.
 */
@NullMarked
package org.kexin.promotion;

import org.jspecify.annotations.NullMarked;
