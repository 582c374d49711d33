@NullMarked
package org.kexin.analysis.product;

import org.jspecify.annotations.NullMarked;
