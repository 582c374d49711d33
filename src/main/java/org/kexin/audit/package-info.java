/**
 * The record of who looked: access records, written by group commit before an answer leaves,
 * chained and signed so that a change is noticed, and read back per person. Only ever inserts and
 * selects; the database user can do nothing else here. Holds names of attributes, never their
 * values.
 */
@NullMarked
package org.kexin.audit;

import org.jspecify.annotations.NullMarked;
