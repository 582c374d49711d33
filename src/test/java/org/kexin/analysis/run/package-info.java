@NullMarked
package org.kexin.analysis.run;

import org.jspecify.annotations.NullMarked;
