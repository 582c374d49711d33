package org.kexin.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number that its country's numbering plan knows, in the form of ITU-T E.164 ({@code
 * +8613812345678}).
 *
 * <p>The plans come with libphonenumber as class-path resources ({@code
 * com/google/i18n/phonenumbers/data}) that it reads when a country is first met; a native image
 * must therefore include them. Numbers set aside for films and books count as invalid where the
 * plan leaves them out, such as the British mobile range 07700 900.
 *
 * @param value the number in E.164: a plus sign, the country code, the national number
 */
public record PhoneNumber(String value) {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  /**
   * libphonenumber would also read words and extensions; here they are more likely another field's
   * content.
   */
  private static final Pattern DIALLED = Pattern.compile("\\(?\\+?[0-9 ().\\-]{2,40}");

  private static final Set<Integer> CALLING_CODES = Set.copyOf(PLANS.getSupportedCallingCodes());
  private static final int LONGEST_CALLING_CODE = 3;
  private static final int SHORTEST_WITH_HEAD = 10;
  private static final int HEAD = 3;
  private static final int TAIL = 4;
  private static final int ALWAYS_HIDDEN = 3;
  private static final String HIDDEN = "****";

  /**
   * @throws IllegalArgumentException if the value is not in E.164 or the numbering plan of its
   *     country has no such number
   */
  public PhoneNumber {
    if (!E164.matcher(value).matches() || !e164(planned(value, null)).equals(value)) {
      throw new IllegalArgumentException("The telephone number is not in E.164 form");
    }
  }

  /**
   * Reads a number as people write it, with blanks, hyphens, brackets, full-width digits, a
   * national or an international prefix.
   *
   * @param typed the number as written; extensions and letters are not understood
   * @param defaultRegion ISO 3166-1 code of the country whose national spelling is meant when the
   *     number has no international prefix, for example {@code CN}
   * @throws IllegalArgumentException if this is no number of any numbering plan, or if it has no
   *     international prefix and the region is unknown
   */
  public static PhoneNumber parse(String typed, String defaultRegion) {
    String plain = TypedText.plain(typed);
    if (!DIALLED.matcher(plain).matches()) {
      throw new IllegalArgumentException(
          "A telephone number has digits, blanks, hyphens, dots, brackets and a leading plus only");
    }
    return new PhoneNumber(e164(planned(plain, defaultRegion)));
  }

  /**
   * Fit to show: the first three and the last four digits of the national number, {@code
   * 138****5678}. A national number of fewer than ten digits shows its end only, so that at least
   * three digits always stay hidden. The four stars say nothing about the length.
   */
  public String masked() {
    return mask(value);
  }

  /**
   * The same for a number that was checked when it was stored: a list of two hundred customers
   * would otherwise spend most of its time with numbering plans.
   */
  static String mask(String e164) {
    String national = e164.substring(1 + callingCodeLength(e164));
    int length = national.length();
    String head = length < SHORTEST_WITH_HEAD ? "" : national.substring(0, HEAD);
    int tail = Math.clamp(length - ALWAYS_HIDDEN, 0, TAIL);
    return head + HIDDEN + national.substring(length - tail);
  }

  /** The masked number: whatever prints this record by accident must not disclose it. */
  @Override
  public String toString() {
    return masked();
  }

  /** No calling code is the beginning of another (ITU-T E.164), so the first that fits is it. */
  private static int callingCodeLength(String e164) {
    int code = 0;
    for (int digits = 1; digits <= LONGEST_CALLING_CODE; digits++) {
      code = 10 * code + e164.charAt(digits) - '0';
      if (CALLING_CODES.contains(code)) {
        return digits;
      }
    }
    return 0;
  }

  private static String e164(Phonenumber.PhoneNumber number) {
    return PLANS.format(number, PhoneNumberFormat.E164);
  }

  private static Phonenumber.PhoneNumber planned(String plain, @Nullable String region) {
    Phonenumber.PhoneNumber number;
    try {
      number = PLANS.parse(plain, region);
    } catch (NumberParseException e) {
      // Not chained: only the reason's type is sure to be free of the number.
      throw new IllegalArgumentException("This is no telephone number: " + e.getErrorType());
    }
    if (!PLANS.isValidNumber(number)) {
      throw new IllegalArgumentException("No numbering plan has this telephone number");
    }
    return number;
  }
}
