/**
 * How orders are paid and returns refunded, and how customers pay: in time, late, not yet. Knows
 * amounts and days, never numbers of cards or accounts. What was paid for one transaction is summed
 * under the lock of its row, so it never exceeds the total, and is always in its currency.
 */
@NullMarked
package org.kexin.payment;

import org.jspecify.annotations.NullMarked;
