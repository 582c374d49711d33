/**
 * How names of persons are read for comparison: one spelling of their characters, and their sound.
 * Owns no names and stores none; what is compared with what, and what follows, is decided
 * elsewhere. A form is for machines and never replaces the name a person gave.
 */
@NullMarked
package org.kexin.shared.name;

import org.jspecify.annotations.NullMarked;
