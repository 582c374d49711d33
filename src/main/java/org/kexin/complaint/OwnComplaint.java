package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A complaint as the customer writes it. How bad it is, staff judge. */
@Schema(description = "A complaint as the customer writes it (我要投诉).")
record OwnComplaint(
    @Schema(description = "Of the tree of categories (投诉类别).") @NotNull UUID categoryId,
    @Schema(description = "The product that it is about.") @Nullable UUID productId,
    @Schema(description = "My order or return that it is about.") @Nullable UUID transactionId,
    @Schema(examples = "The kettle came with a dent in its lid.")
        @NotNull
        @Size(min = 1, max = Texts.MAX_CHARS)
        String description) {

  ComplaintFacts facts() {
    return new ComplaintFacts(
        ComplaintChannel.SELF_SERVICE, categoryId, productId, transactionId, null, description);
  }
}
