/**
 * Grades of customers by the terms of a policy: what decides, why, whether every grade and every
 * rule can ever decide, and how grades spread over groups of people. Knows a closed list of facts,
 * none of which is a protected attribute, and never grades by anything else.
 */
@NullMarked
package org.kexin.analysis.algorithm.grading;

import org.jspecify.annotations.NullMarked;
