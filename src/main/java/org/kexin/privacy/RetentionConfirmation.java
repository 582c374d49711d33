package org.kexin.privacy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a rule may erase, as it is now. */
@Schema(description = "That a rule may erase, as it is now (确认保留规则).")
record RetentionConfirmation(
    @NotNull RetentionRule rule,
    @Schema(description = "The days that the rule has now; others are refused.", examples = "30")
        @Min(0)
        int days) {}
