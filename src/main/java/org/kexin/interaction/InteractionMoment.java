package org.kexin.interaction;

import java.time.Instant;
import java.util.UUID;

/**
 * That there was a contact, as analyses read it, without what was said.
 *
 * @param incoming whether the customer began it
 * @param knownAt when it had happened and was recorded
 */
public record InteractionMoment(UUID customerId, boolean incoming, Instant knownAt) {}
