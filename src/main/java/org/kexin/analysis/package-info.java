/**
 * What the facts mean: analyses over customers and their transactions. Reads through the data
 * source {@code analysis}, computes with the pure {@code algorithm}s, and answers with the method,
 * its parameters and what was left out. Never shows a group of fewer than k customers to a role
 * that may not see individuals. Owns the analysis projects, in which analysts see single customers
 * under pseudonyms whose key is destroyed at the end.
 */
@NullMarked
package org.kexin.analysis;

import org.jspecify.annotations.NullMarked;
