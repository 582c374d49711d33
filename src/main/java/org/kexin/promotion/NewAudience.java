package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A filter over customers to be saved. */
@Schema(description = "A filter over customers to be saved (目标客群).")
record NewAudience(
    @Schema(examples = "Northern regulars") @NotNull @Size(min = 1, max = 100) String name,
    @NotNull @Valid AudienceCriteria criteria) {}
