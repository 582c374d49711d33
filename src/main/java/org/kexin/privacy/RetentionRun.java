package org.kexin.privacy;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one run of a rule did. */
@Schema(description = "What one run of a retention rule did (保留执行记录).")
record RetentionRun(
    UUID id,
    RetentionRule rule,
    @Schema(examples = "30", minimum = "0") int days,
    Instant startedAt,
    Instant endedAt,
    @Schema(description = "Persons erased.", examples = "12", minimum = "0") long erased,
    @Schema(description = "Persons that a hold kept.", examples = "0", minimum = "0") long held) {}
