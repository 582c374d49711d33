package org.kexin.customer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of customers. */
@Schema(description = "A part of a list of customers.")
public record CustomerPage(
    @Schema(maxItems = 200) List<CustomerView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static CustomerPage of(Page<CustomerView> page) {
    return new CustomerPage(page.items(), page.nextPageToken());
  }
}
