/**
 * Customer lifetime value: how many purchases a customer will still make (BG/NBD, MBG/NBD,
 * Pareto/NBD), whether the customer is still active, and what the purchases are worth
 * (Gamma-Gamma). Owns the purchase histories, the likelihoods and their fit. Never calls a customer
 * active on the strength of one probability alone, and never gives a figure that the fitted
 * parameters do not define.
 */
@NullMarked
package org.kexin.analysis.algorithm.lifetime;

import org.jspecify.annotations.NullMarked;
