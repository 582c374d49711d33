package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request is refused. */
@Schema(name = "PrivacyRequestRefusal", description = "Why a request is refused (拒绝).")
record RequestRefusal(
    @NotNull RefusalReason reason,
    @Schema(description = "The law that this rests on.", examples = "PIPL 47")
        @NotNull
        @Size(min = 1, max = 100)
        String legalGround) {}
