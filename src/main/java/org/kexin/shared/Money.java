package org.kexin.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of one currency, exact.
 *
 * <p>The scale is that of the currency (ISO 4217 minor unit) or finer, up to {@value #MAX_SCALE}
 * decimals, because unit prices are quoted below the smallest coin and the sum of unrounded lines
 * is what books agree on. Nothing here ever rounds; equal amounts have equal scale, so {@code
 * equals} is equality of value.
 */
@Schema(description = "An exact amount of one currency (金额).")
public record Money(
    @Schema(
            description = "Decimal string, never a JSON number.",
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            pattern = "^-?[0-9]{1,15}(\\.[0-9]{1,4})?$",
            maxLength = 21,
            examples = "12.30")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount,
    @Schema(
            description = "ISO 4217 code.",
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            pattern = "^[A-Z]{3}$",
            maxLength = 3,
            examples = "CNY")
        Currency currency) {

  /** Decimals kept at most; the scale of every money column. */
  public static final int MAX_SCALE = 4;

  private static final int MAX_INTEGER_DIGITS = 15;

  /**
   * @throws IllegalArgumentException if {@code amount} has more than {@value #MAX_SCALE}
   *     significant decimals or more than 15 digits before the point, or the currency has no minor
   *     unit (XXX)
   */
  public Money {
    int minorUnit = currency.getDefaultFractionDigits();
    if (minorUnit < 0) {
      throw new IllegalArgumentException("A currency without a minor unit cannot be used.");
    }
    BigDecimal plain = amount.stripTrailingZeros();
    if (plain.scale() > MAX_SCALE || plain.precision() - plain.scale() > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException(
          "An amount has at most 15 digits before and 4 after the point.");
    }
    amount = plain.setScale(Math.max(minorUnit, plain.scale()));
  }

  /**
   * Reads an amount and an ISO 4217 code.
   *
   * @throws IllegalArgumentException if the code is not known or the amount is not a decimal number
   *     within the limits of this type
   */
  @JsonCreator
  public static Money of(
      @JsonProperty(value = "amount", required = true) String amount,
      @JsonProperty(value = "currency", required = true) String currency) {
    return new Money(decimal(amount), currency(currency));
  }

  /** This amount {@code quantity} times. */
  public Money times(long quantity) {
    return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException if the currencies differ: they never mix silently
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Amounts of different currencies cannot be added.");
    }
    return new Money(amount.add(other.amount), currency);
  }

  /** Nothing, in {@code currency}. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * The currency of an ISO 4217 code.
   *
   * @throws IllegalArgumentException if the code is not known
   */
  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Unknown currency: use an ISO 4217 code.", e);
    }
  }

  private static BigDecimal decimal(String text) {
    // BigDecimal also reads exponents; "1e9999" would cost memory before any limit is seen.
    if (text.length() > 21 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw new IllegalArgumentException("An amount is a plain decimal such as 12.30.");
    }
    return new BigDecimal(text);
  }
}
