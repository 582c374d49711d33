/**
 * The rights of the person: requests and their deadlines, the file of all that is held, erasure
 * with its receipt, holds and retention. Reaches the features through {@link
 * org.kexin.shared.person.PersonalDataHolder} only, so that a new feature is covered by
 * implementing it.
 */
@NullMarked
package org.kexin.privacy;

import org.jspecify.annotations.NullMarked;
