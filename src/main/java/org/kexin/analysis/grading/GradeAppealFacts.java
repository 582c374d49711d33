package org.kexin.analysis.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.grading.Grade;

/**
 * An appeal without what was said and without the names of staff.
 *
 * @param policy number of the policy that held for customers of this kind
 * @param filedByStaff on the customer's behalf
 * @param heldUntil last day of the granted grade
 */
record GradeAppealFacts(
    UUID id,
    AppealState state,
    Grade contestedGrade,
    int policy,
    Instant filedAt,
    boolean filedByStaff,
    @Nullable Grade grantedGrade,
    @Nullable LocalDate heldUntil,
    @Nullable Instant closedAt) {}
