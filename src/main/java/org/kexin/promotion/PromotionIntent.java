package org.kexin.promotion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a promotion is to reach, and why it is made. */
@Schema(description = "What a promotion is to reach, and why it is made (促销意图).")
record PromotionIntent(
    @Schema(description = "What it is to reach.", examples = "Win back who bought in spring.")
        @NotNull
        @Size(min = 1, max = 500)
        String purpose,
    @Schema(description = "Why it is made.", examples = "Repeat purchases fell by a tenth.")
        @Size(min = 1, max = 500)
        @Nullable String reason) {}
