package org.kexin.analysis.distribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bands of the age that somebody reaches in a year. */
final class AgeBand {

  static final List<String> LABELS =
      List.of("0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+");

  private static final int[] FIRST = {0, 18, 25, 35, 45, 55, 65};

  /** Nobody is known to have lived so long, so a birth date before that is wrong. */
  private static final int OLDEST = 130;

  private AgeBand() {}

  /** The band of who was born in a year; null if that is not known or cannot be. */
  static @Nullable String of(@Nullable Integer born, int year) {
    int age = born == null ? -1 : year - born;
    if (age < 0 || age > OLDEST) {
      return null;
    }
    int band = 0;
    while (band + 1 < FIRST.length && age >= FIRST[band + 1]) {
      band++;
    }
    return LABELS.get(band);
  }
}
