package org.kexin.complaint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of my complaints. */
@Schema(name = "MyComplaintPage", description = "A part of the list of my complaints.")
record OwnComplaintPage(
    @Schema(maxItems = 200) List<OwnComplaintView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static OwnComplaintPage of(Page<OwnComplaintView> page) {
    return new OwnComplaintPage(page.items(), page.nextPageToken());
  }
}
