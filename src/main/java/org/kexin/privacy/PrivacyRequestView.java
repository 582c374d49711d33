package org.kexin.privacy;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as it is told; names no member of staff. */
@Schema(name = "PrivacyRequest", description = "What a person asks for by right (权利请求).")
record PrivacyRequestView(
    UUID id,
    UUID personId,
    RequestKind kind,
    RequestState state,
    RequestChannel channel,
    Instant receivedAt,
    @Schema(description = "When it must be answered at the latest (答复期限).") Instant dueAt,
    @Schema(description = "Whether it is open and that moment has passed.") boolean overdue,
    @Nullable IdentityMethod identityMethod,
    @Nullable Instant identityCheckedAt,
    @Nullable ExtensionReason extensionReason,
    @Nullable RefusalReason refusalReason,
    @Schema(
            description = "The law that the refusal rests on.",
            maxLength = 100,
            examples = "PIPL 47")
        @Nullable String legalGround,
    @Nullable Instant closedAt,
    @Schema(description = "When it was last marked as due soon.") @Nullable Instant remindedAt) {}
