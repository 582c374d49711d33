/**
 * What the products and categories bring in, and how unevenly. For who may not see individuals,
 * shares and concentration are those of the rows that are shown, so they tell nothing of the
 * others. Never names a customer.
 */
@NullMarked
package org.kexin.analysis.product;

import org.jspecify.annotations.NullMarked;
