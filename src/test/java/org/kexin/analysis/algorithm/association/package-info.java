/**
 * Checks itemsets, rules and recommendations against published numbers and against their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.association;

import org.jspecify.annotations.NullMarked;
