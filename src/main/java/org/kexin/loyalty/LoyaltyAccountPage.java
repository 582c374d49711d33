package org.kexin.loyalty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of memberships. */
@Schema(description = "A part of a list of memberships.")
record LoyaltyAccountPage(
    @Schema(maxItems = 200) List<LoyaltyAccountView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static LoyaltyAccountPage of(Page<LoyaltyAccountView> page) {
    return new LoyaltyAccountPage(page.items(), page.nextPageToken());
  }
}
