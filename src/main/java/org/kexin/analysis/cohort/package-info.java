/**
 * Cohorts by the month of the first order, what retention they show, and what more of it would
 * earn. Speaks of groups only and never names a customer.
 */
@NullMarked
package org.kexin.analysis.cohort;

import org.jspecify.annotations.NullMarked;
