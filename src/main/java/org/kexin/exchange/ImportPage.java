package org.kexin.exchange;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of imports. */
@Schema(description = "A part of the list of imports, newest first.")
public record ImportPage(
    @Schema(maxItems = 200) List<ImportView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ImportPage of(Page<ImportView> page) {
    return new ImportPage(page.items(), page.nextPageToken());
  }
}
