package org.kexin.analysis.lifetime;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.insight.Insight.Why;

/** A part of the customers to win back. */
@Schema(description = "A part of the customers to win back, most value at risk first (客户挽回).")
public record WinBackPage(
    About about,
    @Schema(maxItems = 200) List<WinBack> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  /** One customer who may have left. */
  @Schema(description = "One customer who may have left.")
  public record WinBack(
      @Schema(description = "Among all; it has gaps where somebody is not named.", examples = "1")
          int rank,
      UUID customerId,
      @Schema(description = "Of the last purchase.") LocalDate lastDay,
      @Schema(description = "x: days with a purchase after the first one.", examples = "12")
          int repeats,
      @Schema(
              description = "P(alive), that the customer has not left.",
              examples = "0.34",
              minimum = "0",
              maximum = "1")
          double activeProbability,
      @Schema(description = "Purchases expected in the months ahead.", examples = "1.2")
          double expectedPurchases,
      @Schema(description = "Their discounted value.", examples = "63.12", maxLength = 40)
          String lifetimeValue,
      @Schema(
              description =
                  "What there would be on top if the customer had certainly not left: the value"
                      + " times (1 − P(alive)) / P(alive).",
              examples = "122.53",
              maxLength = 40)
          String valueAtRisk,
      @Schema(maxItems = 10) List<Why> reasons) {}
}
