package org.kexin.lifecycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The numbers of a policy. Days are of 24 hours.
 *
 * @param interestDays for how long interest makes a target
 * @param repeatOrders from how many orders on somebody bought again
 * @param coreOrders as many orders within {@code coreDays} make a core customer
 * @param advocateReferrals as many customers brought make an advocate
 * @param lapsingDays without an order, after which somebody is lapsing
 * @param lostDays without an order, after which somebody is lost; more than {@code lapsingDays}
 * @param wonBackDays for how long after the order of who was lost they count as won back
 */
@Schema(description = "The numbers of a policy; days are of 24 hours (生命周期规则).")
record LifeCycleTerms(
    @Schema(examples = "90") @Min(1) @Max(MAX_DAYS) int interestDays,
    @Schema(examples = "2") @Min(2) @Max(MAX_COUNT) int repeatOrders,
    @Schema(examples = "6") @Min(2) @Max(MAX_COUNT) int coreOrders,
    @Schema(examples = "365") @Min(1) @Max(MAX_DAYS) int coreDays,
    @Schema(examples = "1") @Min(1) @Max(MAX_COUNT) int advocateReferrals,
    @Schema(examples = "180") @Min(1) @Max(MAX_DAYS) int lapsingDays,
    @Schema(description = "More than lapsingDays.", examples = "365") @Min(1) @Max(MAX_DAYS)
        int lostDays,
    @Schema(examples = "90") @Min(1) @Max(MAX_DAYS) int wonBackDays) {

  static final int MAX_DAYS = 36_525;
  static final int MAX_COUNT = 1_000;

  /** What holds until somebody publishes another: a shop where most buy a few times a year. */
  static final LifeCycleTerms FIRST = new LifeCycleTerms(90, 2, 6, 365, 1, 180, 365, 90);
}
