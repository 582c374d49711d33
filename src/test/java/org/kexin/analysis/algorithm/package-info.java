/**
 * Checks the algorithms against published numbers and against properties that follow from their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm;

import org.jspecify.annotations.NullMarked;
