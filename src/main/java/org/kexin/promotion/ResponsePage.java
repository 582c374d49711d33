package org.kexin.promotion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of responses. */
@Schema(name = "PromotionResponsePage", description = "A part of the list of responses.")
record ResponsePage(
    @Schema(maxItems = 200) List<ResponseView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static ResponsePage of(Page<ResponseView> page) {
    return new ResponsePage(page.items(), page.nextPageToken());
  }
}
