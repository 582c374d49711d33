/**
 * The strength of an enterprise: ratios of financial statements, how far beyond terms it pays, and
 * a credit grade; of figures that the caller sends, or as insights of one customer, for who may see
 * financial facts. Keeps none of it.
 */
@NullMarked
package org.kexin.analysis.enterprise;

import org.jspecify.annotations.NullMarked;
