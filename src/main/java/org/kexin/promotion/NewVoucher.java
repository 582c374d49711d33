package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * A voucher for an offer of a promotion. Discount, products and customers are those of the offer.
 *
 * @param validFrom null for the start of the promotion
 * @param validUntil the first moment at which it is not valid; null for the end of the promotion
 * @param customerLimit null for as often as the total allows
 */
@Schema(
    description =
        "A voucher for an offer of a promotion (优惠券). Discount, products and customers are those of"
            + " the offer, which was checked for fairness.")
record NewVoucher(
    @Schema(description = "Unique in the whole service.", examples = "SPRING-2026")
        @NotNull
        @Size(min = 1, max = MAX_CODE_CHARS)
        @Pattern(regexp = CODE, message = "has capital letters, digits and hyphens")
        String code,
    @Schema(description = "Key of the offer.", examples = "spring")
        @NotNull
        @Size(max = Offer.MAX_KEY_CHARS)
        @Pattern(regexp = Offer.KEY, message = "is kebab-case such as spring-sale")
        String offer,
    @Schema(description = "Amount of an order below which it is not taken.") @Valid
        @Nullable Money minimumAmount,
    @Schema(description = "Start of the promotion when absent.", examples = "2026-03-01T08:00:00Z")
        @Nullable Instant validFrom,
    @Schema(
            description =
                "First moment at which it is not valid; end of the promotion when absent.",
            examples = "2099-04-01T00:00:00Z")
        @Nullable Instant validUntil,
    @Schema(description = "Redemptions of all customers at most.", examples = "1000")
        @Min(1)
        @Max(MAX_LIMIT)
        int totalLimit,
    @Schema(description = "Redemptions of one customer at most.", examples = "1")
        @Min(1)
        @Max(MAX_LIMIT)
        @Nullable Integer customerLimit) {

  static final int MAX_CODE_CHARS = 40;
  static final int MAX_LIMIT = 1_000_000_000;
  static final String CODE = "^[A-Z0-9]([A-Z0-9-]*[A-Z0-9])?$";

  /**
   * @throws IllegalArgumentException if the minimum is negative, or it ends before it begins
   */
  NewVoucher {
    if (minimumAmount != null && minimumAmount.amount().signum() < 0) {
      throw new IllegalArgumentException("A minimum is not negative.");
    }
    if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
      throw new IllegalArgumentException("A voucher ends after it begins.");
    }
  }
}
