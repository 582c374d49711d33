/**
 * Checks the enterprise ratios and the credit grade against published numbers and their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.ratio;

import org.jspecify.annotations.NullMarked;
