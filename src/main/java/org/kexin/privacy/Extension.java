package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an answer takes longer. */
@Schema(name = "PrivacyRequestExtension", description = "Why an answer takes longer (延期).")
record Extension(@NotNull ExtensionReason reason) {}
