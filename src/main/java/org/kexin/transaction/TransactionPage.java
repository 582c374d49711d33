package org.kexin.transaction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of transactions. */
@Schema(description = "A part of a list of transactions.")
record TransactionPage(
    @Schema(maxItems = 200) List<TransactionView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static TransactionPage of(Page<TransactionView> page) {
    return new TransactionPage(page.items(), page.nextPageToken());
  }
}
