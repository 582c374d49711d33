/** Checks cohorts and the economics of retention against published and hand-worked numbers. */
@NullMarked
package org.kexin.analysis.algorithm.retention;

import org.jspecify.annotations.NullMarked;
