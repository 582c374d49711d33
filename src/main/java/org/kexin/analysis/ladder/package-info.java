/**
 * The ladder of the life cycle: how many customers stand on each stage, and how many moved from one
 * to another. Counts customers only; never names one, and derives nothing of its own.
 */
@NullMarked
package org.kexin.analysis.ladder;

import org.jspecify.annotations.NullMarked;
