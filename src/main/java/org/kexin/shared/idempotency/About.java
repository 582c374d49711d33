package org.kexin.shared.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request whose path names what it is about: with the same key and another id it is another one.
 *
 * @param document the body; null without one
 */
public record About(UUID id, @Nullable Object document) {}
