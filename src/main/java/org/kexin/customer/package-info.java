/**
 * Who a customer is: individuals and enterprises, their basic facts, and the values that identify
 * and reach them. Every value is checked once, where it is made, and no message made here ever
 * repeats a personal value.
 */
@NullMarked
package org.kexin.customer;

import org.jspecify.annotations.NullMarked;
