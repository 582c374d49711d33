package org.kexin.promotion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of members. */
@Schema(name = "PromotionMemberPage", description = "A part of the list of members.")
record MemberPage(
    @Schema(maxItems = 200) List<MemberView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static MemberPage of(Page<MemberView> page) {
    return new MemberPage(page.items(), page.nextPageToken());
  }
}
