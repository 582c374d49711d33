/**
 * Who comes back: monthly cohorts of new customers, retention and acquisition by period, and what
 * more retention would earn. Reads sales once, ordered by customer, and keeps counters per month,
 * never a customer. It must not be mistaken for a contract's churn: without contracts nobody knows
 * who has left, only who bought.
 */
@NullMarked
package org.kexin.analysis.algorithm.retention;

import org.jspecify.annotations.NullMarked;
