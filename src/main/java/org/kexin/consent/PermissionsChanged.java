package org.kexin.consent;

import java.util.UUID;

/**
 * Somebody agreed to something, took it back, objects, or may not be approached any more for
 * another reason: restricted, or deleted. Fired in the transaction that records it: what rests on a
 * consent that is gone goes in the same commit.
 */
public record PermissionsChanged(UUID person) {}
