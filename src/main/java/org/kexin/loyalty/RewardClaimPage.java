package org.kexin.loyalty;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.shared.Page;

/** Rewards that one member claimed, as the caller may see them. */
@Schema(description = "Rewards that one member claimed, as the caller may see them.")
record RewardClaimPage(
    @Schema(maxItems = 200) List<RewardClaimView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"items\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static RewardClaimPage of(Page<RewardClaimView> page, Look look) {
    List<RewardClaimView> shown = look.showOrHide("items", BEHAVIOUR, page.items());
    return new RewardClaimPage(
        Objects.requireNonNullElse(shown, List.of()), page.nextPageToken(), look.masked());
  }
}
