package org.kexin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/** All that is known of a complaint but what was said and written, for views of every kind. */
record ComplaintRecord(
    UUID id,
    UUID customerId,
    ComplaintState state,
    Severity severity,
    int escalationLevel,
    ComplaintChannel channel,
    UUID categoryId,
    @Nullable UUID productId,
    @Nullable UUID transactionId,
    @Nullable String cause,
    @Nullable CompensationKind compensationKind,
    @Nullable Money compensation,
    @Nullable String assignee,
    @Nullable String assignedDepartment,
    @Nullable Integer rating,
    int reopenCount,
    Instant receivedAt,
    @Nullable Instant waitingUntil,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Nullable Instant nextDeadline,
    @Nullable String recordedBy,
    UUID calendarId,
    UUID policyId,
    Instant changedAt,
    long version) {}
