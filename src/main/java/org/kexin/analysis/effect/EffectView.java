package org.kexin.analysis.effect;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** The effect of a promotion (促销效果). */
@Schema(name = "PromotionEffect", description = "The effect of a promotion (促销效果).")
public record EffectView(
    About about,
    UUID promotionId,
    EffectBasis basis,
    @Schema(
            description = "Whether all days of the window are over; until then figures grow.",
            examples = "true")
        boolean complete,
    @Schema(description = "To be read before the effect.", maxItems = 20) List<Caveat> warnings,
    @Schema(description = "Absent without a control group.") @Nullable SampleRatioView sampleRatio,
    Reach reach,
    @Schema(
            description =
                "TARGET and CONTROL where there is a control group; otherwise TOOK_PART, those who"
                    + " showed interest or redeemed.",
            maxItems = 2)
        List<Arm> arms,
    @Schema(description = "Share of buyers; absent without a control group.")
        @Nullable ShareDifference conversion,
    @Schema(description = "Revenue for each customer; absent without a control group.")
        @Nullable MeanDifference spend,
    @Schema(description = "Revenue for each customer, by ranks; absent without a control group.")
        @Nullable RankComparison ranks,
    @Schema(description = "Absent where its figures may not be shown.") @Nullable Earned earned,
    @Schema(description = "Why figures are absent.", maxLength = 500) @Nullable String reason)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return EffectCharts.effect(this).svg(language);
  }

  /** What the figures mean. */
  @Schema(
      description =
          "INCREMENTAL: the difference to a control group. ATTRIBUTED: what those who took part"
              + " bought, whatever they would have bought without.")
  public enum EffectBasis {
    INCREMENTAL,
    ATTRIBUTED
  }

  /** Whom it reached; figures of too few customers are absent. */
  @Schema(description = "Whom it reached; figures of too few customers are absent (触达).")
  public record Reach(
      @Schema(
              description =
                  "Who was to be approached; of a promotion without an audience whoever was"
                      + " contacted, responded or redeemed.",
              examples = "900",
              minimum = "0")
          @Nullable Long targets,
      @Schema(description = "Who was left alone.", examples = "100", minimum = "0")
          @Nullable Long controls,
      @Schema(description = "Targets who were contacted.", examples = "850", minimum = "0")
          @Nullable Long contacted,
      @Schema(description = "Contacts with them.", examples = "1200", minimum = "0")
          @Nullable Long contacts,
      @Schema(description = "Targets who responded.", examples = "120", minimum = "0")
          @Nullable Long responders,
      @Schema(description = "Responses of theirs, of any kind.", examples = "130", minimum = "0")
          @Nullable Long responses,
      @Schema(
              description = "Controls who responded: the promotion reached them all the same.",
              examples = "0",
              minimum = "0")
          @Nullable Long controlResponders,
      @Schema(description = "Targets who redeemed a voucher.", examples = "80", minimum = "0")
          @Nullable Long redeemers,
      @Schema(description = "Redemptions that stand.", examples = "83", minimum = "0")
          @Nullable Long redemptions) {}

  /** One group of customers; figures of too few are absent. */
  @Schema(
      name = "PromotionArm",
      description = "One group of customers (分组); figures of too few are absent.")
  public record Arm(
      @Schema(examples = "TARGET", maxLength = 20) String name,
      @Schema(examples = "900", minimum = "0") @Nullable Long customers,
      @Schema(description = "Who ordered within the window.", examples = "240", minimum = "0")
          @Nullable Long buyers,
      @Schema(examples = "301", minimum = "0") @Nullable Long orders,
      @Schema(
              description = "Decimal, in the currency of about.",
              examples = "15120.00",
              maxLength = 40)
          @Nullable String revenue,
      @Schema(description = "Buyers / customers.", examples = "0.2667")
          @Nullable Double conversionRate,
      @Schema(description = "Of conversionRate, by Wilson.")
          @Nullable ConfidenceInterval conversionInterval,
      @Schema(
              description = "Revenue for each customer; who bought nothing counts as 0.",
              examples = "16.8")
          @Nullable Double meanSpend,
      @Schema(description = "Standard deviation of it.", examples = "41.3")
          @Nullable Double spendDeviation) {}

  /** What it earned and cost. */
  @Schema(name = "PromotionReturn", description = "What it earned and cost (投入产出).")
  public record Earned(
      @Schema(
              description =
                  "Decimal. INCREMENTAL: difference of the means × targets; ATTRIBUTED: what those"
                      + " who took part bought.",
              examples = "16402.7072",
              maxLength = 40)
          @Nullable String revenue,
      @Schema(description = "Of an incremental revenue.") @Nullable ConfidenceInterval interval,
      @Schema(
              description =
                  "Decimal, exact: fixed, for each contact and redemption, and discounts given.",
              examples = "2130.70",
              maxLength = 40)
          String cost,
      @Schema(
              description = "Decimal: margin × revenue - cost.",
              examples = "2790.1122",
              maxLength = 40)
          @Nullable String profit,
      @Schema(description = "profit / cost; 0.5 is half the cost on top.", examples = "1.309481")
          @Nullable Double returnOnInvestment,
      @Schema(description = "Figures that do not exist.", maxItems = 20) List<Absent> absent) {}
}
