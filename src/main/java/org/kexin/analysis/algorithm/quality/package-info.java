/**
 * How good a table is: what is missing, invalid, repeated or out of its range, row by row in one
 * pass. The rules are given and none is built in. Values are counted and never kept or shown, so a
 * profile tells of no person.
 */
@NullMarked
package org.kexin.analysis.algorithm.quality;

import org.jspecify.annotations.NullMarked;
