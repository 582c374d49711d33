/**
 * What customers will still buy and what it is worth: the purchase models over HTTP, who should be
 * won back, who is worth most, and the outlook of one customer. Never calls anybody active or lost
 * by a probability without the day of the last purchase beside it, and never puts a customer into
 * an answer that is stored.
 */
@NullMarked
package org.kexin.analysis.lifetime;

import org.jspecify.annotations.NullMarked;
