/**
 * The strength of an enterprise: ratios of financial statements, how far beyond terms it pays, and
 * a credit grade, of figures that the caller sends. Keeps none of them and reads no customer.
 */
@NullMarked
package org.kexin.analysis.enterprise;

import org.jspecify.annotations.NullMarked;
