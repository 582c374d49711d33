package org.kexin.transaction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of products. */
@Schema(description = "A part of a list of products.")
record ProductPage(
    @Schema(maxItems = 200) List<ProductView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ProductPage of(Page<ProductView> page) {
    return new ProductPage(page.items(), page.nextPageToken());
  }
}
