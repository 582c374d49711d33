/**
 * What was sold and what came back: products, orders with their lines, and returns. Other features
 * bring transactions in through {@link org.kexin.transaction.TransactionIntake} and read them
 * through {@link org.kexin.transaction.SalesReader}.
 *
 * <p>Signs: quantities and unit prices are positive everywhere; the total of a return is negative.
 */
@NullMarked
package org.kexin.transaction;

import org.jspecify.annotations.NullMarked;
