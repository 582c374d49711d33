package org.kexin.analysis.lifetime;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.insight.Insight.Why;

/** A part of the most valuable customers. */
@Schema(description = "A part of the most valuable customers, best first (最有价值客户).")
public record MostValuablePage(
    About about,
    @Schema(maxItems = 200) List<Valuable> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  /** One valuable customer. */
  @Schema(description = "One valuable customer.")
  public record Valuable(
      @Schema(description = "Among all; it has gaps where somebody is not named.", examples = "1")
          int rank,
      UUID customerId,
      @Schema(
              description = "Lifetime value or revenue, as was asked.",
              examples = "1840.02",
              maxLength = 40)
          String value,
      @Schema(maxItems = 10) List<Why> reasons) {}
}
