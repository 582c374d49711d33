package org.kexin.care;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of rules. */
@Schema(description = "A part of the list of rules.")
record CareRulePage(
    @Schema(maxItems = 200) List<CareRuleView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static CareRulePage of(Page<CareRuleView> page) {
    return new CareRulePage(page.items(), page.nextPageToken());
  }
}
