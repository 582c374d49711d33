/**
 * Trend and forecasts over HTTP: of a measure of the sales by day, week, month or quarter, and of a
 * series that the caller brings. For who may not see individuals, what is computed is computed from
 * the values that are shown and from nothing else. Never names a customer, and forecasts no single
 * customer.
 */
@NullMarked
package org.kexin.analysis.trend;

import org.jspecify.annotations.NullMarked;
