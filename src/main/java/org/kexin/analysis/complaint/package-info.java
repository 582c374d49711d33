/**
 * What complaints tell: their causes, how long they take, their rate against what was sold, and
 * whether a problem is rising. Never what was said, nor who complained.
 */
@NullMarked
package org.kexin.analysis.complaint;

import org.jspecify.annotations.NullMarked;
