/** Tests of products, orders and returns. */
@NullMarked
package org.kexin.transaction;

import org.jspecify.annotations.NullMarked;
