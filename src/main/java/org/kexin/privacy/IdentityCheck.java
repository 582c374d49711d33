package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it was checked who is asking. */
@Schema(description = "How it was checked who is asking (身份核验).")
record IdentityCheck(@NotNull IdentityMethod method) {}
