@NullMarked
package org.kexin.analysis.complaint;

import org.jspecify.annotations.NullMarked;
