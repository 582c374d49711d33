/** Rules about the shape of the code, each proven able to fail. */
@NullMarked
package org.kexin.architecture;

import org.jspecify.annotations.NullMarked;
