package org.kexin.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why personal data is looked at, as stated in the header {@value #HEADER}. */
public enum Purpose {
  SERVICE,
  SALES,
  MARKETING,
  ANALYSIS,
  QUALITY,
  COMPLIANCE,
  SELF;

  /** The request header. */
  public static final String HEADER = "Purpose-Of-Use";

  /** As written in the header. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Purpose> parse(String text) {
    return Arrays.stream(values()).filter(purpose -> purpose.text().equals(text)).findFirst();
  }
}
