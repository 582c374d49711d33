package org.kexin.interaction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of contacts. */
@Schema(description = "A part of a list of contacts.")
record InteractionPage(
    @Schema(maxItems = 200) List<InteractionView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static InteractionPage of(Page<InteractionView> page) {
    return new InteractionPage(page.items(), page.nextPageToken());
  }
}
