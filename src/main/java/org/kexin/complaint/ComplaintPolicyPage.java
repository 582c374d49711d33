package org.kexin.complaint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of policies. */
@Schema(description = "A part of the list of versions of the policy.")
record ComplaintPolicyPage(
    @Schema(maxItems = 200) List<ComplaintPolicyView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ComplaintPolicyPage of(Page<ComplaintPolicyView> page) {
    return new ComplaintPolicyPage(page.items(), page.nextPageToken());
  }
}
