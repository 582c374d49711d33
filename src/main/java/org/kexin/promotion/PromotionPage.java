package org.kexin.promotion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of promotions. */
@Schema(description = "A part of the list of promotions.")
record PromotionPage(
    @Schema(maxItems = 200) List<PromotionView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static PromotionPage of(Page<PromotionView> page) {
    return new PromotionPage(page.items(), page.nextPageToken());
  }
}
