/**
 * Propensity: who is likely to do something, such as to buy within a time, learnt from those who
 * did and did not. One simple model that can be explained, a logistic regression, with the checks
 * that say whether to believe it. Never gives a probability without the reasons for it, and never a
 * model from too few cases.
 */
@NullMarked
package org.kexin.analysis.algorithm.propensity;

import org.jspecify.annotations.NullMarked;
