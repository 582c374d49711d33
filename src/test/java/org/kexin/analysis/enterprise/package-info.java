/** Tests of the strength of enterprises. */
@NullMarked
package org.kexin.analysis.enterprise;

import org.jspecify.annotations.NullMarked;
