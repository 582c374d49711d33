@NullMarked
package org.kexin.analysis.algorithm.need;

import org.jspecify.annotations.NullMarked;
