/**
 * One customer across all features: time line, portrait and yearly statement. Keeps nothing of its
 * own; asks each feature, through an interface or a reader of that feature, what it says of this
 * one customer, and shows it as the caller may see it. Never reads others for that, and derives
 * nothing but sums: what is derived comes from the insights of the analyses.
 */
@NullMarked
package org.kexin.profile;

import org.jspecify.annotations.NullMarked;
