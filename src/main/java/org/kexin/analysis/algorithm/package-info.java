/**
 * The formulas of the analyses: records in, records out. Knows {@code java.*} and Hipparchus only:
 * no framework, no database, no clock, no file. Rows are read once, in a stream; what must be kept
 * per customer is kept in primitives. Money is summed exactly, as whole ten-thousandths of the
 * currency unit; ratios are doubles and always finite, and what is undefined is null with a {@link
 * org.kexin.analysis.algorithm.Reason}.
 */
@NullMarked
package org.kexin.analysis.algorithm;

import org.jspecify.annotations.NullMarked;
