package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * What is taken off: a share or an amount, exactly one of the two.
 *
 * @param percent above 0 and at most 100, with at most two decimals
 * @param amount above zero, in whole minor units of its currency
 */
@Schema(description = "What is taken off (折扣): a percentage or an amount, exactly one of the two.")
record Discount(
    @Schema(
            description = "Decimal string above 0, at most 100, with at most two decimals.",
            examples = "12.5",
            maxLength = 6)
        @Pattern(regexp = PERCENT, message = "is a decimal such as 12.5")
        @Nullable String percent,
    @Valid @Nullable Money amount) {

  /** A percentage as text. */
  static final String PERCENT = "^[0-9]{1,3}(\\.[0-9]{1,2})?$";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Decimals of a share of the price; the sixth is a millionth of it. */
  static final int SHARE_DECIMALS = 6;

  /**
   * @throws IllegalArgumentException if not exactly one is given, or it is out of its range
   */
  Discount {
    if ((percent == null) == (amount == null)) {
      throw new IllegalArgumentException("A discount is a percentage or an amount.");
    }
    if (percent != null && (!percent.matches(PERCENT) || !inRange(new BigDecimal(percent)))) {
      throw new IllegalArgumentException("A percentage is above 0 and at most 100.");
    }
    if (amount != null
        && (amount.amount().signum() <= 0
            || amount.amount().scale() > amount.currency().getDefaultFractionDigits())) {
      throw new IllegalArgumentException(
          "A discount is above zero and in whole minor units of its currency.");
    }
  }

  /**
   * What comes off {@code base}: of a percentage rounded half up to the minor unit of the currency
   * (ISO 4217), and never more than {@code base} itself.
   *
   * @param base zero or more, in the currency of the discount
   */
  Money of(Money base) {
    BigDecimal off =
        percent == null
            ? java.util.Objects.requireNonNull(amount).amount()
            : base.amount()
                .multiply(new BigDecimal(percent))
                .divide(HUNDRED, base.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
    return new Money(off.min(base.amount()), base.currency());
  }

  /**
   * What share of a price comes off, 0 to 1, to six decimals half up.
   *
   * @param reference the price at which an amount is turned into a share; of a percentage it does
   *     not matter
   */
  BigDecimal share(@Nullable Money reference) {
    if (percent != null) {
      return new BigDecimal(percent).divide(HUNDRED);
    }
    BigDecimal price = java.util.Objects.requireNonNull(reference).amount();
    return java.util.Objects.requireNonNull(amount)
        .amount()
        .divide(price, SHARE_DECIMALS, RoundingMode.HALF_UP)
        .min(BigDecimal.ONE);
  }

  private static boolean inRange(BigDecimal value) {
    return value.signum() > 0 && value.compareTo(HUNDRED) <= 0;
  }
}
