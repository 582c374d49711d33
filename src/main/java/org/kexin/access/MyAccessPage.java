package org.kexin.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of accesses to the customer's own data. */
@Schema(description = "A part of the list of accesses to the customer's own data, newest first.")
public record MyAccessPage(
    @Schema(maxItems = 200) List<MyAccessView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static MyAccessPage of(Page<MyAccessView> page) {
    return new MyAccessPage(page.items(), page.nextPageToken());
  }
}
