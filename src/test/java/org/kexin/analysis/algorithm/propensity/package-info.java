/** Checks the propensity model against solutions derived on paper and against its definition. */
@NullMarked
package org.kexin.analysis.algorithm.propensity;

import org.jspecify.annotations.NullMarked;
