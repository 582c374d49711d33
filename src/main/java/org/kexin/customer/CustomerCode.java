package org.kexin.customer;

import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * The code a customer gives on the telephone: eleven random digits and one check digit, twelve in
 * all.
 *
 * <p>The check digit is Verhoeff's (J. Verhoeff, <i>Error Detecting Decimal Codes</i>, 1969): it
 * catches every wrong single digit and every two neighbours changed places, the two commonest slips
 * of speaking and typing. Luhn's, the usual alternative, misses 09 for 90. The first digit is never
 * zero, so that a spreadsheet or a number column that drops leading zeros cannot shorten a code.
 *
 * @param value twelve ASCII digits without grouping
 */
public record CustomerCode(String value) {

  /** Random bodies are drawn from 0 (inclusive) to this bound (exclusive). */
  public static final long BODY_BOUND = 100_000_000_000L;

  private static final long FIRST_ELEVEN_DIGIT_NUMBER = BODY_BOUND / 10;
  private static final int LEADING_DIGITS = 9;
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[1-9][0-9]{11}");
  private static final CheckDigit VERHOEFF = VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT;

  /**
   * @throws IllegalArgumentException if the value is not twelve digits of which the first is not
   *     zero, or if its last digit is not the check digit of the others
   */
  public CustomerCode {
    if (!TWELVE_DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A customer code has twelve digits and does not begin with zero");
    }
    if (!VERHOEFF.isValid(value)) {
      throw new IllegalArgumentException("The check digit of the customer code does not fit");
    }
  }

  /**
   * Completes a random body with its check digit. A body that would begin with zero gets a leading
   * digit computed from it, so a caller may draw evenly below {@link #BODY_BOUND}; a code then
   * stands for at most two bodies, and that no code is given twice is for the store to see to.
   *
   * @param body 0 ≤ body &lt; {@link #BODY_BOUND}
   * @throws IllegalArgumentException if the body is outside that range
   */
  public static CustomerCode of(long body) {
    if (body < 0 || body >= BODY_BOUND) {
      throw new IllegalArgumentException("The body of a customer code has at most eleven digits");
    }
    long led =
        body < FIRST_ELEVEN_DIGIT_NUMBER
            ? body + (1 + body % LEADING_DIGITS) * FIRST_ELEVEN_DIGIT_NUMBER
            : body;
    String digits = Long.toString(led);
    try {
      return new CustomerCode(digits + VERHOEFF.calculate(digits));
    } catch (CheckDigitException e) {
      throw new IllegalStateException("Verhoeff is defined for every string of digits", e);
    }
  }

  /**
   * Reads a code as typed or dictated: blanks, hyphens and full-width digits are understood.
   *
   * @throws IllegalArgumentException if what remains is not a code
   */
  public static CustomerCode parse(String typed) {
    return new CustomerCode(TypedText.ungrouped(typed));
  }

  /** Three groups of four digits, as one reads them out: {@code 4821 0937 5516}. */
  public String grouped() {
    return value.substring(0, 4) + ' ' + value.substring(4, 8) + ' ' + value.substring(8);
  }

  @Override
  public String toString() {
    return value;
  }
}
