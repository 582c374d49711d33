package org.kexin.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact in words. */
@Schema(name = "SaidFact", description = "A fact in words (一句话).")
record Sentence(
    @Schema(description = "Stable code of the fact.", examples = "last-order", maxLength = 60)
        String code,
    @Schema(
            description = "In the language that was asked for.",
            examples = "The last order was on 2026-03-01.",
            maxLength = 1000)
        String text) {}
