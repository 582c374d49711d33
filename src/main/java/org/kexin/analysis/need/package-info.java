/**
 * What customers need again, and when: of one customer by the intervals of their own purchases, and
 * how many customers of all are due. Nothing of it is stored, and who objects to profiling is not
 * judged. Never predicts what somebody has not bought before: that is for recommendations.
 */
@NullMarked
package org.kexin.analysis.need;

import org.jspecify.annotations.NullMarked;
