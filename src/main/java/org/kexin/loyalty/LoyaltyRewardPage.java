package org.kexin.loyalty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of rewards. */
@Schema(description = "A part of the list of rewards.")
record LoyaltyRewardPage(
    @Schema(maxItems = 200) List<LoyaltyRewardView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static LoyaltyRewardPage of(Page<LoyaltyRewardView> page) {
    return new LoyaltyRewardPage(page.items(), page.nextPageToken());
  }
}
