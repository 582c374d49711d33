package org.kexin.privacy;

import java.time.Instant;
import java.util.UUID;

/** Somebody was erased. */
record PersonErased(UUID personId, Instant at) {}
