@NullMarked
package org.kexin.analysis.cohort;

import org.jspecify.annotations.NullMarked;
