package org.kexin.promotion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who takes part for the company, and what is given away how. */
@Schema(description = "Who takes part for the company, and what is given away how (促销描述).")
record PromotionDescription(
    @Schema(
            description = "Staff involved: ids of users, the subjects of their tokens.",
            examples = "[\"6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10\"]")
        @Size(max = 100)
        List<@NotNull @Size(max = 255) @Pattern(regexp = "^[!-~]+$") String> staff,
    @Schema(description = "What is given away.", examples = "Tea caddy") @Size(min = 1, max = 200)
        @Nullable String gift,
    @Schema(description = "How it is handed out.", examples = "At the till, one for each order.")
        @Size(min = 1, max = 500)
        @Nullable String handout) {

  /** A missing list is an empty one. */
  PromotionDescription {
    staff = staff == null ? List.of() : List.copyOf(staff);
  }
}
