/**
 * Which prospects are promising: how likely somebody who has not bought anything will, learnt from
 * those who were in the same position. Looks at how somebody became known and what contacts there
 * were, never at gender, age, income or any other attribute that a person was born with or that is
 * sensitive; and never at what came to be known after the moment that it is about.
 */
@NullMarked
package org.kexin.analysis.identification;

import org.jspecify.annotations.NullMarked;
