/**
 * Trend and forecasts of a measure by day, week, month or quarter: the series itself with its gaps
 * and incomplete ends, the classical methods, exponential smoothing by state space, theta, and the
 * choice among them. Owns everything between dated amounts and a forecast with prediction
 * intervals. Never fits what is not a whole period without saying so, never answers a figure that
 * is not finite, and draws random numbers only from a stated seed.
 */
@NullMarked
package org.kexin.analysis.algorithm.forecast;

import org.jspecify.annotations.NullMarked;
