package org.kexin.complaint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of complaints. */
@Schema(description = "A part of a list of complaints.")
record ComplaintPage(
    @Schema(maxItems = 200) List<ComplaintView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ComplaintPage of(Page<ComplaintView> page) {
    return new ComplaintPage(page.items(), page.nextPageToken());
  }
}
