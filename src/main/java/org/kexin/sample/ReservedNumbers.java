package org.kexin.sample;

import java.time.LocalDate;
import org.kexin.customer.CreditCode;
import org.kexin.customer.PhoneNumber;
import org.kexin.customer.ResidentId;
import org.kexin.sample.SampleCustomer.Gender;

/**
 * Numbers that pass every check and yet are nobody's, as far as a range for that exists.
 *
 * <ul>
 *   <li>Identity numbers and credit codes carry the region {@value #NO_REGION}. GB/T 2260 has no
 *       province 99, and the permanent residence card for foreigners, whose numbers begin with 9
 *       and the province, has none either.
 *   <li>British telephone numbers are those Ofcom keeps free for radio and television drama: a
 *       thousand in each of fourteen area codes. Its mobile range 07700 900 and that of Nottingham
 *       are left out, because libphonenumber holds them invalid.
 *   <li>China keeps no numbers free for fiction. Chinese mobile numbers here begin with 145, which
 *       was given to data cards that cannot be called; that is less than a guarantee, so nothing
 *       may ever be sent to a sample customer.
 * </ul>
 */
final class ReservedNumbers {

  static final String NO_REGION = "999999";

  /** Register 9 (commerce), kind 1 (enterprise). */
  private static final String ENTERPRISE = "91";

  /** Organisation codes given out since 2015 begin so. */
  private static final String ORGANISATION_SERIES = "MA";

  private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int ORGANISATION_MODULUS = 11;
  private static final int SEQUENCES = 1000;

  private ReservedNumbers() {}

  static String residentId(Draw draw, LocalDate birthDate, Gender gender) {
    int even = draw.below(SEQUENCES / 2) * 2;
    int sequence = gender == Gender.MALE ? even + 1 : even;
    return ResidentId.of(NO_REGION, birthDate, sequence).value();
  }

  static String creditCode(Draw draw) {
    String organisation = ORGANISATION_SERIES + draw.characters(ORGANISATION_ALPHABET, 6);
    return CreditCode.ofBody(
            ENTERPRISE + NO_REGION + organisation + organisationCheckCharacter(organisation))
        .value();
  }

  /** Drawn from a hundred million, so two customers rarely get the same. */
  static String chineseMobile(Draw draw) {
    return new PhoneNumber("+86145" + draw.digits(8)).value();
  }

  /**
   * The drama number of that city; its number within the city, 0 to 999, is the caller's choice.
   */
  static String british(Places.BritishCity city, int number) {
    return new PhoneNumber("+44" + city.dramaPrefix() + "%03d".formatted(number)).value();
  }

  /** GB 11714-1997: the weighted sum of the eight characters, modulo 11; X stands for ten. */
  private static char organisationCheckCharacter(String eight) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(eight.charAt(i), Character.MAX_RADIX) * ORGANISATION_WEIGHTS[i];
    }
    return "0123456789X".charAt(Math.floorMod(-sum, ORGANISATION_MODULUS));
  }
}
