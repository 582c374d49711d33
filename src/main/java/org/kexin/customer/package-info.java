/**
 * Who a customer is: individuals and enterprises with their basic facts, their code, how to find
 * them. Other features know customers by id through {@link org.kexin.customer.CustomerDirectory}
 * and never hold their facts.
 */
@NullMarked
package org.kexin.customer;

import org.jspecify.annotations.NullMarked;
