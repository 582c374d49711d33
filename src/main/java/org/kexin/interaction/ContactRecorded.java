package org.kexin.interaction;

import java.time.Instant;
import java.util.UUID;

/**
 * There was contact with a customer. Fired in the transaction that records it.
 *
 * @param asksForAdvice whether the customer wanted to know something before buying or using it
 */
public record ContactRecorded(UUID customer, boolean asksForAdvice, Instant occurredAt) {}
