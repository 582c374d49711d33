package org.kexin.analysis.identification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/**
 * What is asked of prospects.
 *
 * @param to null for today
 * @param days 7 to 730
 * @param asOf only purchases known then; null for all
 */
record PropensityQuestion(@Nullable LocalDate to, int days, @Nullable Instant asOf) {

  private static final int DEFAULT_DAYS = 90;
  private static final int FEWEST_DAYS = 7;
  private static final int MOST_DAYS = 730;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9_999;

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static PropensityQuestion of(PropensityParameters asked) {
    int days = Objects.requireNonNullElse(asked.days(), DEFAULT_DAYS);
    if (days < FEWEST_DAYS || days > MOST_DAYS) {
      throw ProblemException.parameter("days", "days is " + FEWEST_DAYS + " to " + MOST_DAYS + ".");
    }
    LocalDate to = asked.to();
    if (to != null && (to.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR)) {
      throw ProblemException.parameter(
          "to", "to is within the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }
    return new PropensityQuestion(to, days, asked.asOf());
  }
}
