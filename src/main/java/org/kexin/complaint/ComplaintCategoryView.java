package org.kexin.complaint;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category. */
@Schema(name = "ComplaintCategory", description = "A category of complaints (投诉类别).")
record ComplaintCategoryView(
    UUID id,
    @Schema(examples = "delivery-damaged", maxLength = 64) String code,
    @Schema(examples = "Damaged on delivery", maxLength = 100) String name,
    @Schema(description = "The category above; absent at the top.") @Nullable UUID parentId,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version) {

  static ComplaintCategoryView of(ComplaintCategory category) {
    NewComplaintCategory document = category.document();
    return new ComplaintCategoryView(
        category.id(), document.code(), document.name(), document.parentId(), category.version());
  }
}
