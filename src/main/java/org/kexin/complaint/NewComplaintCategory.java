package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category: the body of a create and the document that a merge patch changes. */
@Schema(description = "A category of complaints (投诉类别).")
record NewComplaintCategory(
    @Schema(
            description = "Unique, kebab-case; fixed after creation.",
            examples = "delivery-damaged")
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(
            regexp = "^[a-z0-9]+(-[a-z0-9]+)*$",
            message = "is kebab-case such as delivery-damaged")
        String code,
    @Schema(examples = "Damaged on delivery")
        @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = "^(\\S(.*\\S)?)?$", message = "neither starts nor ends with a blank")
        String name,
    @Schema(description = "The category above; absent at the top. Four levels at most.")
        @Nullable UUID parentId) {}
