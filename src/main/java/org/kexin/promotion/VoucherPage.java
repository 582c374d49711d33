package org.kexin.promotion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of vouchers. */
@Schema(description = "A part of the list of vouchers.")
record VoucherPage(
    @Schema(maxItems = 200) List<VoucherView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static VoucherPage of(Page<VoucherView> page) {
    return new VoucherPage(page.items(), page.nextPageToken());
  }
}
