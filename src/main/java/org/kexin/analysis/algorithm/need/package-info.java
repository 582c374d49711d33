/**
 * When somebody needs something again, by the intervals at which they bought it before. Knows items
 * and days of one customer at a time; never compares customers, and never guesses where there are
 * too few days to go by.
 */
@NullMarked
package org.kexin.analysis.algorithm.need;

import org.jspecify.annotations.NullMarked;
