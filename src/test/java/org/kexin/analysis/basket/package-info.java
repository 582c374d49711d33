@NullMarked
package org.kexin.analysis.basket;

import org.jspecify.annotations.NullMarked;
