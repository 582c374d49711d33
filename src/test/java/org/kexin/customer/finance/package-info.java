/** Tests of financial statements. */
@NullMarked
package org.kexin.customer.finance;

import org.jspecify.annotations.NullMarked;
