package org.kexin.loyalty;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is held of a membership, a page of it. */
@Schema(
    description =
        "All that is held of a membership, a page at a time: events, claims, referrals, adjustments"
            + " and entries, in this order, the last of each first (会员资料导出).")
record MembershipExport(
    LoyaltyAccountView account,
    @Schema(maxItems = 200) List<LoyaltyEventView> events,
    @Schema(maxItems = 200) List<RewardClaimView> claims,
    @Schema(maxItems = 200) List<LoyaltyReferralView> referrals,
    @Schema(maxItems = 200) List<PointsAdjustmentView> adjustments,
    @Schema(maxItems = 200) List<PointsEntryView> entries,
    @Schema(description = "Where to go on, at …/export; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"entries\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {}
