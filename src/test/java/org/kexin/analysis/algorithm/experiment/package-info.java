/**
 * Checks the tests, intervals and returns of promotions against published numbers and their
 * definitions.
 */
@NullMarked
package org.kexin.analysis.algorithm.experiment;

import org.jspecify.annotations.NullMarked;
