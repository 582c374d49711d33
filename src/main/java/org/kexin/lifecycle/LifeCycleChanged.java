package org.kexin.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer came to stand elsewhere. Fired in the transaction that records it.
 *
 * @param at when it was derived
 */
public record LifeCycleChanged(
    UUID customer, LifeCycleStage from, LifeCycleStage to, LifeCycleReason reason, Instant at) {}
