package org.kexin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as analyses read it: nothing of what was said.
 *
 * @param recordedAt when it came to be known here, not before {@code receivedAt}
 * @param rating of its settlement, 1 to 5
 */
public record ComplaintRow(
    UUID customerId,
    UUID categoryId,
    @Nullable String cause,
    @Nullable UUID productId,
    Severity severity,
    @Nullable Integer rating,
    int reopenCount,
    Instant receivedAt,
    Instant recordedAt,
    @Nullable Instant resolvedAt) {}
