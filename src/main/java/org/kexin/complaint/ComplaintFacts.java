package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a complaint is about: the document that a merge patch changes. */
@Schema(description = "What a complaint is about.")
record ComplaintFacts(
    @NotNull ComplaintChannel channel,
    @Schema(description = "Of the tree of categories (投诉类别).") @NotNull UUID categoryId,
    @Schema(description = "The product that it is about.") @Nullable UUID productId,
    @Schema(description = "The customer's order or return that it is about.")
        @Nullable UUID transactionId,
    @Schema(
            description = "Why it came to that (投诉原因), a code of the house in kebab-case.",
            examples = "packing-damaged")
        @Size(min = 1, max = MAX_CAUSE_CHARS)
        @Pattern(regexp = CAUSE, message = "is kebab-case such as packing-damaged")
        @Nullable String cause,
    @Schema(
            description = "What the customer says; sealed under the customer's key.",
            examples = "The kettle came with a dent in its lid.")
        @NotNull
        @Size(min = 1, max = Texts.MAX_CHARS)
        String description) {

  /** Characters of a code of a cause at most. */
  static final int MAX_CAUSE_CHARS = 64;

  /** Codes of causes: no text in which somebody could be named by mistake. */
  static final String CAUSE = "^[a-z0-9]+(-[a-z0-9]+)*$";
}
