package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The six groups of facts of a promotion (row A3 of the domain): type, description, media, time,
 * intent and cost; and to whom it offers what.
 *
 * @param startsAt from when on, to the minute
 * @param endsAt the first minute at which it is over
 * @param audienceId null for a promotion that is open to everybody
 * @param controlShare percent of the audience that is left alone to compare with; null for none
 */
@Schema(
    description = "A promotion: type, description, media, time, intent, cost, and offers (促销信息).")
record NewPromotion(
    @Schema(examples = "Spring 2026") @NotNull @Size(min = 1, max = 100) String name,
    @NotNull PromotionType type,
    @Valid @Nullable PromotionDescription description,
    @NotNull @Size(min = 1, max = 10) List<PromotionMedium> media,
    @Schema(description = "From when on, to the minute.", examples = "2026-03-01T08:00:00Z")
        @NotNull
        Instant startsAt,
    @Schema(
            description = "The first minute at which it is over.",
            examples = "2099-04-01T00:00:00Z")
        @NotNull
        Instant endsAt,
    @NotNull @Valid PromotionIntent intent,
    @NotNull @Valid PromotionCost cost,
    @Schema(description = "For whom; absent for everybody.") @Nullable UUID audienceId,
    @Schema(
            description =
                "Percent of the audience that is left alone to compare with, above 0, at most 50,"
                    + " with at most two decimals.",
            examples = "10",
            maxLength = 6)
        @Pattern(regexp = Discount.PERCENT, message = "is a decimal such as 12.5")
        @Nullable String controlShare,
    @Size(max = MAX_OFFERS) List<@Valid Offer> offers) {

  /** Offers of one promotion at most. */
  static final int MAX_OFFERS = 20;

  /** Missing lists are empty ones. */
  NewPromotion {
    media = media == null ? List.of() : List.copyOf(media);
    offers = offers == null ? List.of() : List.copyOf(offers);
  }
}
