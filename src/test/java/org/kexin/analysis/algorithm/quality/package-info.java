/** Checks the measures of data quality against counts made by other programs and definitions. */
@NullMarked
package org.kexin.analysis.algorithm.quality;

import org.jspecify.annotations.NullMarked;
