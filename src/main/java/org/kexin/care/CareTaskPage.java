package org.kexin.care;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of tasks. */
@Schema(description = "A part of the list of tasks.")
record CareTaskPage(
    @Schema(maxItems = 200) List<CareTaskView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static CareTaskPage of(Page<CareTaskView> page) {
    return new CareTaskPage(page.items(), page.nextPageToken());
  }
}
