/**
 * What a promotion or a test changed: two proportions, two means, ranks, sample sizes, and the
 * effect in money. An effect is incremental only beside a control group; without one this package
 * calls it attributed. It never hides that the arms do not have their planned sizes, and never
 * chooses among several comparisons the best without adjusting for the choice.
 */
@NullMarked
package org.kexin.analysis.algorithm.experiment;

import org.jspecify.annotations.NullMarked;
