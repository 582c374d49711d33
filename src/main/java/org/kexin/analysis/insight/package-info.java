/**
 * What is derived of one customer, each with its method, its moment and its reasons, so that staff
 * can see why. Nothing derived is stored with the customer: what others bought became a model,
 * which names nobody, and the customer's own facts are read when somebody asks. Who objects to
 * profiling is not judged.
 */
@NullMarked
package org.kexin.analysis.insight;

import org.jspecify.annotations.NullMarked;
