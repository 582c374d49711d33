/**
 * Checks the control charts, causes and the early warning against published numbers and their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.control;

import org.jspecify.annotations.NullMarked;
