/**
 * Who may see what: callers, purposes, the policy of attribute classes, masking, and the filter
 * that has every disclosure recorded before the answer leaves. Features build answers only through
 * {@link org.kexin.access.Look}, so what they show is recorded by construction.
 */
@NullMarked
package org.kexin.access;

import org.jspecify.annotations.NullMarked;
