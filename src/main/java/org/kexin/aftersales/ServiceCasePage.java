package org.kexin.aftersales;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of service cases. */
@Schema(description = "A part of a list of service cases.")
record ServiceCasePage(
    @Schema(maxItems = 200) List<ServiceCaseView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ServiceCasePage of(Page<ServiceCaseView> page) {
    return new ServiceCasePage(page.items(), page.nextPageToken());
  }
}
