/**
 * One customer across all features: so far the time line. Keeps nothing of its own; asks each
 * feature through an interface and shows what it says as the caller may see it.
 */
@NullMarked
package org.kexin.profile;

import org.jspecify.annotations.NullMarked;
