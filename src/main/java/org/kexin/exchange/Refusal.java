package org.kexin.exchange;

/**
 * A record that was not used.
 *
 * @param number among the records of the file, from 1
 * @param line of the file on which it begins, from 1
 * @param code stable, kebab-case
 * @param detail what to do about it, at most {@value #MAX_DETAIL} characters; without values
 * @param raw the record, at most its first {@value #MAX_RAW} characters; personal data
 */
record Refusal(long number, long line, String code, String detail, String raw) implements FileRow {

  static final int MAX_DETAIL = 1_000;
  static final int MAX_RAW = 8_000;

  /** Cuts what is too long to keep. */
  Refusal {
    detail = beginning(detail, MAX_DETAIL);
    raw = beginning(raw, MAX_RAW);
  }

  private static String beginning(String text, int chars) {
    if (text.length() <= chars) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(chars - 1));
    return text.substring(0, splitsPair ? chars - 1 : chars);
  }
}
