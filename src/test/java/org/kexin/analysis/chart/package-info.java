@NullMarked
package org.kexin.analysis.chart;

import org.jspecify.annotations.NullMarked;
