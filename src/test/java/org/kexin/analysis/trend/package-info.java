@NullMarked
package org.kexin.analysis.trend;

import org.jspecify.annotations.NullMarked;
