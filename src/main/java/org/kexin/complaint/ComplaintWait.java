package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question to the customer, and how long their answer is waited for. */
@Schema(description = "A question to the customer, and how long their answer is waited for.")
record ComplaintWait(
    @Schema(examples = "Which number stands below the bottom of the kettle?")
        @NotNull
        @Size(min = 1, max = Texts.MAX_CHARS)
        String question,
    @Schema(
            description =
                "Then the clocks go on, with or without an answer; within 90 days from now.",
            examples = "2026-04-01T00:00:00Z")
        @NotNull
        Instant until) {}
