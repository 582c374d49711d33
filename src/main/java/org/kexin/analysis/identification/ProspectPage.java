package org.kexin.analysis.identification;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.insight.Insight.Why;

/** A part of the promising prospects. */
@Schema(description = "A part of the promising prospects, most likely first (潜在客户).")
public record ProspectPage(
    About about,
    @Schema(
            description = "Why nobody is listed: there is not enough to learn from.",
            maxLength = 500)
        @Nullable String reason,
    @Schema(maxItems = 200) List<Prospect> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  /** One customer who has not bought anything. */
  @Schema(description = "One customer who has not bought anything.")
  public record Prospect(
      @Schema(description = "Among all; it has gaps where somebody is not named.", examples = "1")
          int rank,
      UUID customerId,
      @Schema(
              description = "Of a first purchase within the days.",
              examples = "0.41",
              minimum = "0",
              maximum = "1")
          double probability,
      @Schema(description = "The weightiest first.", maxItems = 10) List<Why> reasons) {}
}
