/** The process: what is started, and what a native image must know. */
@NullMarked
package org.kexin;

import org.jspecify.annotations.NullMarked;
