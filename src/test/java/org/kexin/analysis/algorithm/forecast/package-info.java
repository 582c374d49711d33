/**
 * Checks forecasts against published numbers, against R and statsmodels, and against properties
 * that follow from their definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.forecast;

import org.jspecify.annotations.NullMarked;
