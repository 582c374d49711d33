/**
 * What every feature that holds personal data owes the person: to give it all out, and to erase it.
 * Owns the interface and the words of the answer; knows no feature.
 */
@NullMarked
package org.kexin.shared.person;

import org.jspecify.annotations.NullMarked;
