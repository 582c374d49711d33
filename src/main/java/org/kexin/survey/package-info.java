/**
 * Asks customers and staff for their opinion (问卷调查). Owns questionnaires and their versions, who
 * was invited, what was answered, and what an answer scores. A published version never changes, so
 * an answer keeps the question that it answers. Nobody is invited without the consent that the
 * channel needs. Answers of an anonymous survey hold nothing that leads back to who gave them.
 *
 * <p>Answers in free words stand in a column of their own, not sealed, and go when the person is
 * erased; scores and choices stay for the sums, under an id that is nobody's.
 */
@NullMarked
package org.kexin.survey;

import org.jspecify.annotations.NullMarked;
