package org.kexin.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of members and columns that a caller sent, as far as a message may repeat them. Who mixes
 * up name and value, or sends a file without its header, has a phone number or a person there; a
 * message would carry it into logs and tables.
 */
public final class SentName {

  private static final Pattern LIKE_A_MEMBER =
      Pattern.compile("[A-Za-z][A-Za-z_-]{0,39}[0-9]{0,2}");

  private SentName() {}

  /** The name if it looks like that of a member: letters, at most two digits behind them. */
  public static Optional<String> quotable(String name) {
    return LIKE_A_MEMBER.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
