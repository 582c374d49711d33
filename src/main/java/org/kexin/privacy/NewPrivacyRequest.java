package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as a member of staff records it. Has no free text: what somebody writes about a person
 * would be more personal data.
 *
 * @param receivedAt when it came; null for now
 */
@Schema(description = "A request as a member of staff records it.")
record NewPrivacyRequest(
    @NotNull UUID personId,
    @NotNull RequestKind kind,
    @NotNull RequestChannel channel,
    @Schema(description = "When it came, if that was earlier.") @Nullable Instant receivedAt) {}
