package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member reached or lost a level. Fired in the transaction that records it.
 *
 * @param from code of the level before, null for none
 * @param to code of the level since, null for none
 */
public record LevelChanged(
    UUID accountId,
    UUID customerId,
    UUID programmeId,
    @Nullable String from,
    @Nullable String to,
    Instant at) {}
