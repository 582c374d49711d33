/** Checks how names are read. */
@NullMarked
package org.kexin.shared.name;

import org.jspecify.annotations.NullMarked;
