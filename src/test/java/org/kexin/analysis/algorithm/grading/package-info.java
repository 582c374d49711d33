/** Tests of the grades of customers. */
@NullMarked
package org.kexin.analysis.algorithm.grading;

import org.jspecify.annotations.NullMarked;
