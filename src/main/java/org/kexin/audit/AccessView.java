package org.kexin.audit;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One access to a customer's data, as the privacy officer reads it. */
@Schema(description = "One access to a customer's data; names of attributes, never values.")
public record AccessView(
    UUID id,
    Instant at,
    @Schema(examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10", maxLength = 255) String userId,
    @Schema(examples = "kexin-cli", maxLength = 255) String clientId,
    @Schema(examples = "customer-service", maxLength = 255) @Nullable String department,
    @Schema(
            description = "Realm roles of the caller.",
            examples = "[\"service-agent\"]",
            maxItems = 20)
        SortedSet<@Size(max = 40) String> roles,
    @Schema(examples = "service", maxLength = 40) @Nullable String purpose,
    @Schema(examples = "getCustomer", maxLength = 100) String operation,
    Outcome outcome,
    @Schema(examples = "200", minimum = "100", maximum = "599") int status,
    @Schema(description = "Attributes shown in clear.", examples = "[\"name\"]", maxItems = 100)
        SortedSet<@Size(max = 100) String> disclosed,
    @Schema(
            description = "Attributes shown masked or left out.",
            examples = "[\"phones\"]",
            maxItems = 100)
        SortedSet<@Size(max = 100) String> masked,
    @Schema(
            description = "Attributes that were changed.",
            examples = "[\"emails\"]",
            maxItems = 100)
        SortedSet<@Size(max = 100) String> changed,
    @Nullable Justification justification,
    @Schema(maxLength = 64, examples = "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d") String requestId,
    @Schema(maxLength = 64, examples = "192.0.2.7") String address) {

  /** What a record says, without whom it was about. */
  public static AccessView of(AccessRecord access) {
    return new AccessView(
        access.id(),
        access.at(),
        access.userId(),
        access.clientId(),
        access.department(),
        access.roles(),
        access.purpose(),
        access.operation(),
        access.outcome(),
        access.status(),
        access.disclosed(),
        access.masked(),
        access.changed(),
        access.justification(),
        access.requestId(),
        access.address());
  }
}
