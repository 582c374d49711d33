package org.kexin.customer;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * An e-mail address: the local part as its owner spells it, the domain in lower case and in its
 * ASCII form (RFC 3490).
 *
 * <p>RFC 5321 (§2.4) lets a host distinguish upper and lower case in the local part, so the
 * spelling is kept for sending; hardly any host does, so {@link #key()} does not distinguish it for
 * finding.
 *
 * @param value the address, at most {@value #MAX_LENGTH} characters
 */
public record EmailAddress(String value) {

  /** What the 256 octets of a path (RFC 5321, §4.5.3.1.3) leave without its angle brackets. */
  public static final int MAX_LENGTH = 254;

  private static final String HIDDEN = "***";

  /**
   * {@code .example} is reserved for documentation (RFC 2606) and so cannot reach anybody; samples
   * need it.
   */
  private static final EmailValidator RULES =
      new EmailValidator(
          false,
          false,
          DomainValidator.getInstance(
              false, List.of(new DomainValidator.Item(ArrayType.GENERIC_PLUS, "example"))));

  /**
   * @throws IllegalArgumentException if the address is longer than {@value #MAX_LENGTH} characters,
   *     has invisible or unpaired characters, is not an address by RFC 5322 under a known top-level
   *     domain, or if its domain is not in lower case and ASCII
   */
  public EmailAddress {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An e-mail address has at most " + MAX_LENGTH + " characters");
    }
    if (value.codePoints().anyMatch(EmailAddress::isInvisible)) {
      throw new IllegalArgumentException("The e-mail address has an invisible character");
    }
    if (!RULES.isValid(value)) {
      throw new IllegalArgumentException("This is no e-mail address under a known domain");
    }
    if (!withPlainDomain(value).equals(value)) {
      throw new IllegalArgumentException(
          "The domain of the e-mail address is not in lower case and ASCII");
    }
  }

  /**
   * Reads an address as typed: blanks around it go, full-width characters become plain, the domain
   * goes to lower case and ASCII.
   *
   * @throws IllegalArgumentException if this is no address
   */
  public static EmailAddress parse(String typed) {
    // The length first: what follows is not meant for megabytes.
    if (typed.length() > 2 * MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An e-mail address has at most " + MAX_LENGTH + " characters");
    }
    return new EmailAddress(withPlainDomain(TypedText.plain(typed)));
  }

  /**
   * The whole address in lower case: two spellings that reach the same mailbox almost everywhere
   * have one key.
   */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  /**
   * Fit to show: the first character and the domain, {@code l***@example.com}; of a single
   * character nothing.
   */
  public String masked() {
    return mask(value);
  }

  /** The same for an address that was checked when it was stored. */
  static String mask(String address) {
    int at = address.lastIndexOf('@');
    int first = address.offsetByCodePoints(0, 1);
    return (first < at ? address.substring(0, first) : "") + HIDDEN + address.substring(at);
  }

  /** The masked address: whatever prints this record by accident must not disclose it. */
  @Override
  public String toString() {
    return masked();
  }

  private static String withPlainDomain(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException("An e-mail address has an @");
    }
    try {
      return address.substring(0, at + 1)
          + IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // Not chained: the message may repeat the domain.
      throw new IllegalArgumentException("The e-mail address has no valid domain");
    }
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
