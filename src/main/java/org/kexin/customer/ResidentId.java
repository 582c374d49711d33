package org.kexin.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The citizen identification number on a Chinese resident identity card (GB 11643-1999): six digits
 * of region, eight of birth date, three of sequence, one check character by ISO 7064 MOD 11-2,
 * where X stands for ten.
 *
 * <p>Whether the region exists is not checked: numbers keep the code of a region that is long gone.
 * A birth date in the future is for the caller to refuse, because that takes a clock.
 *
 * @param value seventeen digits and a digit or a capital X
 */
public record ResidentId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final Pattern FIRST_GENERATION = Pattern.compile("[0-9]{15}");
  private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");
  private static final String CHECK_CHARACTERS = "0123456789X";
  private static final int MODULUS = 11;
  private static final int BODY_LENGTH = 17;
  private static final int BIRTH_DATE_START = 6;
  private static final int BIRTH_DATE_END = 14;
  private static final int EARLIEST_YEAR = 1800;
  private static final int LAST_SEQUENCE = 999;
  private static final int SHOWN_HEAD = 3;
  private static final int SHOWN_TAIL = 4;

  /**
   * @throws IllegalArgumentException if the value is an old number of fifteen digits, does not have
   *     the characters of the standard, has no date since 1800 in it, or if its last character is
   *     not the check character of the others
   */
  public ResidentId {
    if (FIRST_GENERATION.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Resident identity numbers of fifteen digits have been invalid since 2013; ask for the one of eighteen");
    }
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A resident identity number has seventeen digits, the first not zero, and a digit or X");
    }
    if (embeddedDate(value).getYear() < EARLIEST_YEAR) {
      throw new IllegalArgumentException(
          "The birth date in the resident identity number is too early");
    }
    if (checkCharacter(value) != value.charAt(BODY_LENGTH)) {
      throw new IllegalArgumentException(
          "The check character of the resident identity number does not fit");
    }
  }

  /**
   * Puts a number together and completes it with its check character.
   *
   * @param region six digits, the first not zero
   * @param birthDate since 1800
   * @param sequence 0 ≤ sequence ≤ 999, odd for men, even for women
   * @throws IllegalArgumentException if a part is outside its range
   */
  public static ResidentId of(String region, LocalDate birthDate, int sequence) {
    if (!REGION.matcher(region).matches()
        || birthDate.getYear() > 9999
        || sequence < 0
        || sequence > LAST_SEQUENCE) {
      throw new IllegalArgumentException("A part of the resident identity number is out of range");
    }
    String body =
        region
            + DateTimeFormatter.BASIC_ISO_DATE.format(birthDate)
            + String.format(Locale.ROOT, "%03d", sequence);
    return new ResidentId(body + checkCharacter(body));
  }

  /**
   * Reads a number as typed: blanks, hyphens, full-width characters and a small x are understood.
   *
   * @throws IllegalArgumentException if what remains is not a resident identity number
   */
  public static ResidentId parse(String typed) {
    return new ResidentId(TypedText.ungrouped(typed).toUpperCase(Locale.ROOT));
  }

  /** The date of birth in the number; it may lie in the future. */
  public LocalDate birthDate() {
    return embeddedDate(value);
  }

  /** The last digit of the sequence, 0 to 9: odd for men, even for women. */
  public int genderDigit() {
    return value.charAt(BODY_LENGTH - 1) - '0';
  }

  /** Fit to show: the province, one digit more, and the last four: {@code 110***********002X}. */
  public String masked() {
    int length = value.length();
    return value.substring(0, SHOWN_HEAD)
        + "*".repeat(length - SHOWN_HEAD - SHOWN_TAIL)
        + value.substring(length - SHOWN_TAIL);
  }

  /** The masked number: whatever prints this record by accident must not disclose it. */
  @Override
  public String toString() {
    return masked();
  }

  private static LocalDate embeddedDate(String number) {
    try {
      return LocalDate.parse(
          number.substring(BIRTH_DATE_START, BIRTH_DATE_END), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      // Not chained: the message repeats the date.
      throw new IllegalArgumentException("The resident identity number has no valid birth date");
    }
  }

  /** ISO 7064 MOD 11-2 in its recursive form: doubling at each step, the whole congruent to 1. */
  private static char checkCharacter(String number) {
    int remainder = 0;
    for (int i = 0; i < BODY_LENGTH; i++) {
      remainder = (remainder + number.charAt(i) - '0') * 2 % MODULUS;
    }
    return CHECK_CHARACTERS.charAt((MODULUS + 1 - remainder) % MODULUS);
  }
}
