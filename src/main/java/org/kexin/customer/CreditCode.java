package org.kexin.customer;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015): register, kind of
 * organisation, six digits of region, nine characters of the organisation itself, one check
 * character.
 *
 * <p>Whether the region exists is not checked: regions are merged and renamed while codes stay. It
 * is public information and therefore has no masked form.
 *
 * @param value eighteen characters in upper case
 */
public record CreditCode(String value) {

  /** GB 32100 leaves out I, O, Z, S and V, which are easily taken for 1, 0, 2, 5 and U. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int MODULUS = 31;
  private static final int WEIGHT_BASE = 3;
  private static final int BODY_LENGTH = 17;
  private static final Pattern BODY =
      Pattern.compile("[1-9A-HJ-NP-RTUW-Y][0-9A-HJ-NP-RTUW-Y][0-9]{6}[0-9A-HJ-NP-RTUW-Y]{9}");
  private static final Pattern SHAPE = Pattern.compile(BODY.pattern() + "[0-9A-HJ-NP-RTUW-Y]");

  /**
   * @throws IllegalArgumentException if the value does not have the eighteen characters of the
   *     standard, if no register (first character) is named, or if the last character is not the
   *     check character of the others
   */
  public CreditCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A unified social credit code has eighteen digits and capital letters without I, O, S, V and Z,"
              + " with the region in digits and not beginning with zero");
    }
    if (checkCharacter(value) != value.charAt(BODY_LENGTH)) {
      throw new IllegalArgumentException(
          "The check character of the unified social credit code does not fit");
    }
  }

  /**
   * Completes the first seventeen characters with their check character.
   *
   * @throws IllegalArgumentException if the body does not have the seventeen characters of the
   *     standard
   */
  public static CreditCode ofBody(String body) {
    if (!BODY.matcher(body).matches()) {
      throw new IllegalArgumentException(
          "The body of a unified social credit code has seventeen characters of its alphabet");
    }
    return new CreditCode(body + checkCharacter(body));
  }

  /**
   * Reads a code as typed: blanks, hyphens, full-width characters and lower case are understood.
   *
   * @throws IllegalArgumentException if what remains is not a code
   */
  public static CreditCode parse(String typed) {
    return new CreditCode(TypedText.ungrouped(typed).toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }

  /**
   * GB 32100-2015: the weighted sum of all eighteen characters is divisible by 31; weights are
   * powers of 3.
   */
  private static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < BODY_LENGTH; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * WEIGHT_BASE % MODULUS;
    }
    return ALPHABET.charAt(Math.floorMod(-sum, MODULUS));
  }
}
