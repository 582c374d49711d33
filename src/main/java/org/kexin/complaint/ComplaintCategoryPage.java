package org.kexin.complaint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of categories. */
@Schema(description = "A part of the list of categories of complaints.")
record ComplaintCategoryPage(
    @Schema(maxItems = 200) List<ComplaintCategoryView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ComplaintCategoryPage of(Page<ComplaintCategoryView> page) {
    return new ComplaintCategoryPage(page.items(), page.nextPageToken());
  }
}
