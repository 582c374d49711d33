package org.kexin.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of what one user did, newest first. */
@Schema(description = "A part of what one user did, newest first.")
public record UserAccessPage(
    @Schema(maxItems = 200) List<UserAccessView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static UserAccessPage of(Page<UserAccessView> page) {
    return new UserAccessPage(page.items(), page.nextPageToken());
  }
}
