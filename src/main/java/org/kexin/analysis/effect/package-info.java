/**
 * What promotions changed (row D14): the effect of one promotion against its control group, and the
 * same statistics over figures that a caller sends. Never calls an effect what is only attributed,
 * and never shows an effect without the check of the arm sizes beside it.
 */
@NullMarked
package org.kexin.analysis.effect;

import org.jspecify.annotations.NullMarked;
