package org.kexin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint needs the attention of those above: a deadline has passed, or somebody asked for it.
 * Fired in the transaction that records it, once for each run of a clock: what observers do commits
 * with it, and what they throw undoes it.
 *
 * @param clock whose deadline has passed, such as {@code RESOLVE}; null where somebody asked
 * @param level how often it was escalated, this time included
 */
public record ComplaintEscalated(
    UUID complaintId, UUID customerId, @Nullable String clock, int level, Instant at) {}
