package org.kexin.audit;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An access that went beyond role and purpose, with what reviewers found of it. */
@Schema(description = "An access beyond role and purpose, with its reviews, oldest first.")
public record JustificationView(
    @Schema(description = "Id of the access record.") UUID recordId,
    Instant at,
    @Schema(examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10", maxLength = 255) String userId,
    @Schema(examples = "customer-service", maxLength = 255) @Nullable String department,
    @Schema(examples = "[\"service-agent\"]", maxItems = 20)
        SortedSet<@Size(max = 40) String> roles,
    @Schema(examples = "service", maxLength = 40) @Nullable String purpose,
    @Schema(examples = "getCustomer", maxLength = 100) String operation,
    Justification justification,
    @Schema(description = "Whom it was about; of more than ten the first ten.", maxItems = 10)
        List<UUID> persons,
    @Schema(description = "Attributes shown in clear.", examples = "[\"phones\"]", maxItems = 100)
        SortedSet<@Size(max = 100) String> disclosed,
    @Schema(description = "Of more than twenty the first twenty.", maxItems = 20)
        List<ReviewView> reviews) {}
