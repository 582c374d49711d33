/**
 * Grades of customers (客户分级): the policies, which are published and never changed, how the grades
 * spread and whether that is fair, and the grade of one customer with every reason. Grades by what
 * customers did only; who objects to profiling has no grade. No grade is stored.
 */
@NullMarked
package org.kexin.analysis.grading;

import org.jspecify.annotations.NullMarked;
