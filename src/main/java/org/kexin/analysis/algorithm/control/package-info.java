/**
 * Statistical process control of complaints and defects: control charts, rules for points out of
 * control, causes by Pareto and an early warning of a rising rate. All points stay in a chart, also
 * those that its limits were computed without, and a period that is not complete raises no alarm.
 */
@NullMarked
package org.kexin.analysis.algorithm.control;

import org.jspecify.annotations.NullMarked;
