package org.kexin.loyalty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of programmes, without their terms. */
@Schema(description = "A part of the list of programmes, without their terms.")
record LoyaltyProgrammePage(
    @Schema(maxItems = 200) List<LoyaltyProgrammeView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static LoyaltyProgrammePage of(Page<LoyaltyProgrammeView> page) {
    return new LoyaltyProgrammePage(page.items(), page.nextPageToken());
  }
}
