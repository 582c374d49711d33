/** Tests of the effect of promotions. */
@NullMarked
package org.kexin.analysis.effect;

import org.jspecify.annotations.NullMarked;
