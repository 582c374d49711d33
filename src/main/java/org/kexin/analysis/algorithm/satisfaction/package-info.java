/**
 * Satisfaction scores (NPS, CSAT, CES) with their intervals, their course by month and the
 * difference of two periods, and the loyalty index of one customer. It never takes an answer off
 * the scale for one on it, and never a missing answer for a low one.
 */
@NullMarked
package org.kexin.analysis.algorithm.satisfaction;

import org.jspecify.annotations.NullMarked;
