package org.kexin.lifecycle;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of policies. */
@Schema(description = "A part of the list of policies.")
record LifeCyclePolicyPage(
    @Schema(maxItems = 200) List<LifeCyclePolicyView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static LifeCyclePolicyPage of(Page<LifeCyclePolicyView> page) {
    return new LifeCyclePolicyPage(page.items(), page.nextPageToken());
  }
}
