/**
 * Analyses that run in the background, by themselves and on any pod, with progress and a stored
 * result: which were asked for, how far they are, what came of them. Knows no single analysis, and
 * keeps nothing that names a customer.
 */
@NullMarked
package org.kexin.analysis.run;

import org.jspecify.annotations.NullMarked;
