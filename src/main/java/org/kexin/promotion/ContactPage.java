package org.kexin.promotion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of contacts. */
@Schema(name = "PromotionContactPage", description = "A part of the list of contacts.")
record ContactPage(
    @Schema(maxItems = 200) List<ContactView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static ContactPage of(Page<ContactView> page) {
    return new ContactPage(page.items(), page.nextPageToken());
  }
}
