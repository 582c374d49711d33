/** Tests of the scores of one customer. */
@NullMarked
package org.kexin.analysis.rfm;

import org.jspecify.annotations.NullMarked;
