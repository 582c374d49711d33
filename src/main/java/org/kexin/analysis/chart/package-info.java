/**
 * Small charts as SVG documents (SVG 1.1): bars, lines with bands, and tables of shades. Each has a
 * title and a description for those who cannot see it, follows the light or dark scheme of its
 * reader, and speaks English or Chinese. The same figures give the same bytes. Knows no analysis.
 */
@NullMarked
package org.kexin.analysis.chart;

import org.jspecify.annotations.NullMarked;
