/**
 * Checks the distributions, cross-tabs and numeric summaries against published numbers and their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.distribution;

import org.jspecify.annotations.NullMarked;
