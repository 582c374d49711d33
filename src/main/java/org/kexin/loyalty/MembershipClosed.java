package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;

/** A membership ended. Fired in the transaction that ends it. */
public record MembershipClosed(UUID accountId, UUID customerId, UUID programmeId, Instant at) {}
