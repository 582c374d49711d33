/**
 * What a person agreed to, by use and channel: the notices that say what is asked, the decisions
 * for and against, and what follows from them at a moment. Only ever adds rows. Answers the access
 * policy through {@link org.kexin.access.ConsentRegister}; knows persons by id, and asks the
 * feature above about them through {@link org.kexin.consent.ConsentingPersons}.
 */
@NullMarked
package org.kexin.consent;

import org.jspecify.annotations.NullMarked;
