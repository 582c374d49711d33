package org.kexin.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order with a last day of payment.
 *
 * @param kept worth of what did not come back; 0 where all of it did
 * @param dueOn last day on which it is paid in time, in UTC
 * @param paidOn day of the payment that completed it, in UTC; null while something is missing
 */
public record DueOrder(BigDecimal kept, LocalDate dueOn, @Nullable LocalDate paidOn) {}
