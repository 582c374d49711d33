/**
 * What recency, frequency and monetary value say of one customer, by the thresholds of the standing
 * analysis. Scores by the algorithm's own rule, so that the list and the single customer agree.
 */
@NullMarked
package org.kexin.analysis.rfm;

import org.jspecify.annotations.NullMarked;
