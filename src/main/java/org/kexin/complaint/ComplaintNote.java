package org.kexin.complaint;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was said, if anything. */
@Schema(description = "What was said, if anything; sealed under the customer's key.")
record ComplaintNote(
    @Schema(examples = "We have your letter and look into it.")
        @Size(min = 1, max = Texts.MAX_CHARS)
        @Nullable String text) {}
