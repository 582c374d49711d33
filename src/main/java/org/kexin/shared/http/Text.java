package org.kexin.shared.http;

/**
 * What counts as text: well-formed Unicode without control characters other than tab and line end.
 */
public final class Text {

  private Text() {}

  /** Whether {@code text} has no lone surrogate, no NUL and no other control character. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isLowSurrogate(c) || isForbiddenControl(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isForbiddenControl(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }
}
