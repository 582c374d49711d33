package org.kexin.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review of a justification. */
@Schema(description = "A review of a justification.")
public record ReviewView(
    UUID id,
    Instant at,
    @Schema(description = "Who reviewed.", maxLength = 255) String reviewer,
    Verdict verdict,
    @Schema(maxLength = 1000, examples = "The complaint confirms the call-back.") String comment) {}
