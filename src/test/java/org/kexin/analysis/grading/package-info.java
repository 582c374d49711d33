/** Tests of grades. */
@NullMarked
package org.kexin.analysis.grading;

import org.jspecify.annotations.NullMarked;
