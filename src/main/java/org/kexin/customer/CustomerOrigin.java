package org.kexin.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * How somebody became known, as analyses read it: no name, and nothing that a person was born with.
 */
public record CustomerOrigin(UUID customerId, Kind kind, Source source, Instant createdAt) {}
