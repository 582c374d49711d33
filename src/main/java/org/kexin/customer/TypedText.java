package org.kexin.customer;

import java.text.Normalizer;

/**
 * What people type, brought to the spelling that rules are written for. Chinese input methods give
 * full-width digits, letters and punctuation, office software gives dashes and no-break spaces, and
 * all of them mean the plain character.
 */
final class TypedText {

  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;

  private TypedText() {}

  /**
   * Full-width ASCII becomes ASCII, every dash a hyphen, every space a blank; blanks at the ends
   * go. NFKC alone is not used because it would also read superscripts and circled numbers as
   * digits, which nobody types by mistake.
   */
  static String plain(String typed) {
    StringBuilder plain = new StringBuilder(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      plain.append(plain(typed.charAt(i)));
    }
    return Normalizer.normalize(plain.toString().strip(), Normalizer.Form.NFC);
  }

  /** As {@link #plain}, and without the blanks and hyphens that only group digits for the eye. */
  static String ungrouped(String typed) {
    return plain(typed).replace(" ", "").replace("-", "");
  }

  private static char plain(char c) {
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return (char) (c - FULL_WIDTH_OFFSET);
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default -> c == '\t' ? ' ' : c;
    };
  }
}
