package org.kexin.consent;

import java.util.UUID;

/**
 * Somebody agreed to something, took it back, or objects. Fired in the transaction that records it:
 * what rests on a consent that is gone goes in the same commit.
 */
public record PermissionsChanged(UUID person) {}
