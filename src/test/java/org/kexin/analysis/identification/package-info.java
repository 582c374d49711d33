/** Tests of who will buy for the first time. */
@NullMarked
package org.kexin.analysis.identification;

import org.jspecify.annotations.NullMarked;
