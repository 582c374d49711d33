/** Checks record linkage against published numbers and the definitions, on tables with a truth. */
@NullMarked
package org.kexin.analysis.algorithm.linkage;

import org.jspecify.annotations.NullMarked;
