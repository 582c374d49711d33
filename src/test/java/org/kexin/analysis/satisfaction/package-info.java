/** Tests of satisfaction and loyalty. */
@NullMarked
package org.kexin.analysis.satisfaction;

import org.jspecify.annotations.NullMarked;
