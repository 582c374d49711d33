@NullMarked
package org.kexin.analysis.ladder;

import org.jspecify.annotations.NullMarked;
