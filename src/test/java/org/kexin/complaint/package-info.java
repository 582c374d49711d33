@NullMarked
package org.kexin.complaint;

import org.jspecify.annotations.NullMarked;
