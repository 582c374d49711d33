/** Tests of the view of one customer across all features. */
@NullMarked
package org.kexin.profile;

import org.jspecify.annotations.NullMarked;
