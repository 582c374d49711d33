/**
 * Checks the satisfaction scores and the loyalty index against published numbers and their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.satisfaction;

import org.jspecify.annotations.NullMarked;
