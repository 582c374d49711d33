package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was said, where there is nothing without it. */
@Schema(description = "What was said; sealed under the customer's key.")
record ComplaintMessage(
    @Schema(examples = "The new lid is on its way.") @NotNull @Size(min = 1, max = Texts.MAX_CHARS)
        String text) {}
