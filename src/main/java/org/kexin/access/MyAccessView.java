package org.kexin.access;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.Justification;
import org.kexin.audit.Outcome;

/** One access to the customer's own data in words, by Accept-Language. */
@Schema(description = "One access to the customer's own data, in plain words.")
public record MyAccessView(
    UUID id,
    Instant at,
    @Schema(
            description = "Who, by role and department; never the person behind it.",
            examples = "Customer service (customer-service)",
            maxLength = 600)
        String who,
    Outcome outcome,
    @Schema(
            description = "The outcome in words.",
            examples = "Looked at your data",
            maxLength = 100)
        String what,
    @Schema(description = "Shown in clear.", examples = "[\"name\"]", maxItems = 100)
        List<@Size(max = 100) String> shown,
    @Schema(
            description = "Shown in part, or left out.",
            examples = "[\"phone numbers\"]",
            maxItems = 100)
        List<@Size(max = 100) String> masked,
    @Schema(examples = "[\"e-mail addresses\"]", maxItems = 100)
        List<@Size(max = 100) String> changed,
    @Schema(
            description = "The purpose; absent where none was stated.",
            examples = "to serve you",
            maxLength = 100)
        @Nullable String why,
    @Schema(description = "Set where the caller went beyond role and purpose.")
        Justification.@Nullable Kind justification,
    @Schema(
            description = "The same in words.",
            examples = "Asked to see masked values, and gave a reason that is reviewed",
            maxLength = 200)
        @Nullable String beyond) {}
