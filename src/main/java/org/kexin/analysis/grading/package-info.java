/**
 * Grades of customers (客户分级): the policies, which are published and never changed, how the grades
 * spread and whether that is fair, the grade of one customer with every reason, and appeals, which
 * a person decides. Grades by what customers did only; who objects to profiling has no grade. No
 * grade is stored but one that a person gave on appeal, until a day.
 */
@NullMarked
package org.kexin.analysis.grading;

import org.jspecify.annotations.NullMarked;
