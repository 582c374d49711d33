package org.kexin.privacy;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule and what it would do now.
 *
 * @param due persons, counted up to 10,000
 * @param held those among them that a hold keeps
 */
@Schema(name = "RetentionState", description = "A retention rule and what it would do now (保留规则).")
record RetentionRuleView(
    RetentionRule rule,
    @Schema(examples = "30", minimum = "0") int days,
    @Schema(description = "Whether it may erase; it does so hourly.") boolean confirmed,
    @Nullable Instant confirmedAt,
    @Schema(description = "Persons whose time is over, counted up to 10,000.", minimum = "0")
        long due,
    @Schema(description = "Those among them that a hold keeps.", minimum = "0") long held) {}
