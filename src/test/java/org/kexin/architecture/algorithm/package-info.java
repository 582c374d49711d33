/** Stands for an algorithm package in the proofs of the rules. */
@NullMarked
package org.kexin.architecture.algorithm;

import org.jspecify.annotations.NullMarked;
