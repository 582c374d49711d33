package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as the person makes it. */
@Schema(description = "A request as the person makes it.")
record OwnPrivacyRequest(@NotNull RequestKind kind) {}
