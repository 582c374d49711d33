/** What people are asked and answer: rules, invitations with consent, answers and results. */
@NullMarked
package org.kexin.survey;

import org.jspecify.annotations.NullMarked;
