/**
 * Financial statements of enterprise customers, one for each period, as far as ratios need them.
 * Owns the figures, which stand sealed under the customer's key and are masked but for a reason;
 * never computes what they mean, which is for analyses, and holds none of individuals.
 */
@NullMarked
package org.kexin.customer.finance;

import org.jspecify.annotations.NullMarked;
