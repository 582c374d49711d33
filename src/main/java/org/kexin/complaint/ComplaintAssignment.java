package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who deals with a complaint from now on. */
@Schema(description = "Who deals with a complaint from now on (指派).")
record ComplaintAssignment(
    @Schema(
            description = "The user id of a member of staff, as in the claim sub of tokens.",
            examples = "01932c00-0000-7000-8000-000000000101")
        @NotNull
        @Size(min = 1, max = 255)
        @Pattern(regexp = "^[!-~]+$", message = "is a user id")
        String assignee,
    @Schema(
            description = "The department that answers for it, as in the claim department.",
            examples = "customer-service")
        @Size(min = 1, max = 100)
        @Pattern(regexp = "^\\S+( \\S+)*$", message = "is words between single blanks")
        @Nullable String department,
    @Schema(
            description = "For colleagues; the customer does not see it.",
            examples = "Ask the shop.")
        @Size(min = 1, max = Texts.MAX_CHARS)
        @Nullable String note) {}
