package org.kexin.consent;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of notices. */
@Schema(description = "A part of the list of notices, without their texts.")
record PrivacyNoticePage(
    @Schema(maxItems = 200) List<PrivacyNoticeView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static PrivacyNoticePage of(Page<PrivacyNoticeView> page) {
    return new PrivacyNoticePage(page.items(), page.nextPageToken());
  }
}
