/** Tests of what customers will still buy. */
@NullMarked
package org.kexin.analysis.lifetime;

import org.jspecify.annotations.NullMarked;
