/**
 * How satisfied customers say they are, and how loyal they show themselves (rows D12 and D13): NPS,
 * CSAT and CES over submitted answers, and both for one customer. Colleagues' answers never mix
 * with customers', and an answer is never shown before k of them make a block.
 */
@NullMarked
package org.kexin.analysis.satisfaction;

import org.jspecify.annotations.NullMarked;
