package org.kexin.interaction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filters of the list of contacts. */
record InteractionQuery(
    @Nullable UUID customerId, @Nullable InteractionKind kind, @Nullable HandlingState state) {}
