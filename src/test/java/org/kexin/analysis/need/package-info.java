@NullMarked
package org.kexin.analysis.need;

import org.jspecify.annotations.NullMarked;
