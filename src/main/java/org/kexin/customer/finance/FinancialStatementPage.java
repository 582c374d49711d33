package org.kexin.customer.finance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a customer's financial statements. */
@Schema(description = "A part of a customer's financial statements.")
record FinancialStatementPage(
    @Schema(description = "The newest first.", maxItems = 60) List<FinancialStatementView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static FinancialStatementPage of(Page<FinancialStatementView> page) {
    return new FinancialStatementPage(page.items(), page.nextPageToken());
  }
}
