/**
 * Which rows are probably the same person: comparison of texts, blocking, scores by rule and by
 * Fellegi and Sunter's model, and clusters of what matched. Every match says why, field by field.
 * Rows are numbers from 0 in the order they were given; whose they are, and what is done with a
 * match, is not known here. Pairs are streamed and never kept all at once.
 */
@NullMarked
package org.kexin.analysis.algorithm.linkage;

import org.jspecify.annotations.NullMarked;
