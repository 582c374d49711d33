/**
 * Distributions of attributes in one pass: counts and shares, cross-tabs with a test of
 * independence, and numeric summaries with quantiles and bins. Memory is bounded whatever the
 * number of rows, and no figure depends on their order. A blank is a missing value, which is
 * counted apart and never equals another missing value.
 */
@NullMarked
package org.kexin.analysis.algorithm.distribution;

import org.jspecify.annotations.NullMarked;
