package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How bad it turned out to be. */
@Schema(name = "ComplaintSeverityChange", description = "How bad it turned out to be.")
record SeverityChange(
    @NotNull Severity severity,
    @Schema(
            description = "For colleagues; the customer does not see it.",
            examples = "The lid could have scalded somebody.")
        @Size(min = 1, max = Texts.MAX_CHARS)
        @Nullable String note) {}
