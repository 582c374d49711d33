package org.kexin.analysis.grading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of policies. */
@Schema(description = "A part of the list of policies.")
record GradingPolicyPage(
    @Schema(maxItems = 200) List<GradingPolicyView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static GradingPolicyPage of(Page<GradingPolicyView> page) {
    return new GradingPolicyPage(page.items(), page.nextPageToken());
  }
}
