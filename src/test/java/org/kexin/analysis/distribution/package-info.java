/** Tests of distributions and cross-tabs. */
@NullMarked
package org.kexin.analysis.distribution;

import org.jspecify.annotations.NullMarked;
