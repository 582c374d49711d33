@NullMarked
package org.kexin.analysis.control;

import org.jspecify.annotations.NullMarked;
