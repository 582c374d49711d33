package org.kexin.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.UnusualReading;

/** Unusual reading by one user in one hour. */
@Schema(description = "Unusual reading by one user in one hour (异常查阅), with the reason.")
public record AuditFindingView(
    UUID id,
    @Schema(description = "Beginning of the hour.") Instant hour,
    @Schema(examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10", maxLength = 255) String userId,
    UnusualReading.Kind kind,
    @Schema(
            description = "The reason in words and figures, by Accept-Language.",
            examples = "Saw 400 persons in the hour; usual are 12, unusual more than 33.",
            maxLength = 300)
        String reason,
    @Schema(examples = "400", minimum = "0") long observed,
    @Schema(
            description = "Median of what was compared; absent where nothing was.",
            examples = "12",
            minimum = "0")
        @Nullable Long usual,
    @Schema(examples = "33", minimum = "0") long threshold) {}
