package org.kexin.privacy;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an erasure is to be carried out as it was shown. */
@Schema(description = "That an erasure is to be carried out as it was shown.")
record ConfirmedPreview(@NotNull UUID previewId) {}
