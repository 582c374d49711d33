/**
 * What every feature that holds personal data owes the person: to give it all out, to erase it, and
 * to tell what happened. Owns the interfaces and the words of the answers; knows no feature.
 */
@NullMarked
package org.kexin.shared.person;

import org.jspecify.annotations.NullMarked;
