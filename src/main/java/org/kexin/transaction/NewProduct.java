package org.kexin.transaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a caller may say of a product: the body of a create and the document that a merge patch
 * changes.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 */
@Schema(description = "All that a caller may say of a product.")
public record NewProduct(
    @Schema(description = "UUID version 7 made by the caller; fixed after creation.")
        @Nullable UUID id,
    @Schema(
            description = "Stock keeping unit, compared exactly; fixed after creation.",
            examples = "85123A")
        @NotNull
        @Size(min = 1, max = Product.MAX_CODE_CHARS)
        @Pattern(regexp = ONE_LINE, message = "neither starts nor ends with a blank")
        String code,
    @Schema(examples = "White hanging heart T-light holder")
        @NotNull
        @Size(min = 1, max = Product.MAX_NAME_CHARS)
        @Pattern(regexp = ONE_LINE, message = "neither starts nor ends with a blank")
        String name,
    @Schema(examples = "home")
        @Size(min = 1, max = Product.MAX_CATEGORY_CHARS)
        @Pattern(regexp = ONE_LINE, message = "neither starts nor ends with a blank")
        @Nullable String category) {

  /** Text without blanks around it, so that two that look alike are the same. */
  private static final String ONE_LINE = "^(\\S(.*\\S)?)?$";
}
