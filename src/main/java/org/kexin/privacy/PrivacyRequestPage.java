package org.kexin.privacy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of requests. */
@Schema(description = "A part of a list of requests.")
record PrivacyRequestPage(
    @Schema(maxItems = 200) List<PrivacyRequestView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static PrivacyRequestPage of(Page<PrivacyRequestView> page) {
    return new PrivacyRequestPage(page.items(), page.nextPageToken());
  }
}
