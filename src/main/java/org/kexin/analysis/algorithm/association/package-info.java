/**
 * Which items are bought together, and what to offer next: frequent, closed and maximal itemsets,
 * association rules, item-to-item similarity and recommendations with their reasons. Works on
 * baskets (or customers) as sets of items: how often or for how much an item was bought is not
 * known here. It must never hold the identity of a customer, read a clock or draw a random number:
 * a caller who wants an end by time gives it as a question the algorithm asks now and then.
 */
@NullMarked
package org.kexin.analysis.algorithm.association;

import org.jspecify.annotations.NullMarked;
