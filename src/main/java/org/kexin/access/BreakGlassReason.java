package org.kexin.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.kexin.audit.Justification;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.Text;

/** Reads the reason of somebody who breaks the glass. */
final class BreakGlassReason {

  /** What decoders put in place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private BreakGlassReason() {}

  /**
   * The justification that a header states.
   *
   * <p>Header fields are safe only in ASCII (RFC 9110, section 5.5), so other characters come
   * percent-encoded as in a URI (RFC 3986, section 2.1); a plus sign means itself.
   *
   * @throws ProblemException {@code parameter-invalid} if the decoded text is not 10 to 200
   *     characters of well-formed text on one line
   */
  static Justification parse(String header) {
    try {
      String text = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8).strip();
      boolean ascii = header.chars().allMatch(c -> c < 0x80);
      boolean plain =
          ascii
              && text.indexOf(REPLACEMENT) < 0
              && Text.isWellFormed(text)
              && text.lines().count() == 1;
      if (plain) {
        return new Justification(Justification.Kind.BREAK_GLASS, text);
      }
    } catch (IllegalArgumentException malformed) {
      // A percent sign without two digits, or a text of another length: told below.
    }
    throw ProblemException.parameter(
        MayBreakGlass.HEADER,
        "Break-Glass-Reason is 10 to 200 characters on one line, in percent-encoded UTF-8 where"
            + " they are not ASCII.");
  }
}
