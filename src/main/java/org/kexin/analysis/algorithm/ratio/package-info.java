/**
 * The strength of an enterprise customer: ratios of its financial statements, how far beyond terms
 * it pays, and a credit grade by a versioned policy, each part with its reason. It never divides by
 * zero or by a negative base, and never takes an item that was not reported for zero.
 */
@NullMarked
package org.kexin.analysis.algorithm.ratio;

import org.jspecify.annotations.NullMarked;
