package org.kexin.promotion;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved filter over customers. */
@Schema(description = "A saved filter over customers (目标客群).")
record AudienceView(
    UUID id,
    @Schema(examples = "Northern regulars", maxLength = 100) String name,
    AudienceCriteria criteria,
    @Schema(
            description =
                "Whether it picks by behaviour or profile: then only who agrees to profiling is"
                    + " picked.")
        boolean needsProfiling,
    Instant createdAt) {}
