package org.kexin.privacy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of holds. */
@Schema(description = "A part of the list of holds.")
record LegalHoldPage(
    @Schema(maxItems = 200) List<LegalHoldView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static LegalHoldPage of(Page<LegalHoldView> page) {
    return new LegalHoldPage(page.items(), page.nextPageToken());
  }
}
