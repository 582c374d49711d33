/**
 * Control charts of figures that callers bring: shares, counts, rates, and means with ranges. Keeps
 * nothing of them; charts of complaints are those of {@code complaint}.
 */
@NullMarked
package org.kexin.analysis.control;

import org.jspecify.annotations.NullMarked;
