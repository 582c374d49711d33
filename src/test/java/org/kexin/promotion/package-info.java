/** Tests of promotions, audiences and vouchers. */
@NullMarked
package org.kexin.promotion;

import org.jspecify.annotations.NullMarked;
