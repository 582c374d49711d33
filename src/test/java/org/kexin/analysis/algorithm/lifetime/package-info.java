/** Checks the lifetime models against published numbers and against their definitions. */
@NullMarked
package org.kexin.analysis.algorithm.lifetime;

import org.jspecify.annotations.NullMarked;
