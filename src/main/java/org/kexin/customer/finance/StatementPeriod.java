package org.kexin.customer.finance;

import java.time.LocalDate;
import java.util.Comparator;
import org.kexin.shared.ProblemException;

/**
 * The period of a financial statement.
 *
 * @param end day of the balance sheet
 * @param months length of the period of the income statement, 1 to 24
 */
public record StatementPeriod(LocalDate end, int months) {

  static final int LONGEST = 24;

  static final Comparator<StatementPeriod> NEWEST_FIRST =
      Comparator.comparing(StatementPeriod::end)
          .thenComparingInt(StatementPeriod::months)
          .reversed();

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /**
   * @throws IllegalArgumentException if months is not within 1 to 24
   */
  public StatementPeriod {
    if (months < 1 || months > LONGEST) {
      throw new IllegalArgumentException("a period has 1..24 months: " + months);
    }
  }

  /**
   * The period that a path names.
   *
   * @throws ProblemException {@code parameter-invalid} if it has not ended by {@code today}, ends
   *     before 1900, or is not 1 to 24 months long
   */
  static StatementPeriod ended(LocalDate end, int months, LocalDate today) {
    if (end.isAfter(today) || end.isBefore(EARLIEST)) {
      throw ProblemException.parameter(
          "periodEnd", "A statement is of a period that has ended, in 1900 or later.");
    }
    if (months < 1 || months > LONGEST) {
      throw ProblemException.parameter("months", "A period is 1 to 24 months long.");
    }
    return new StatementPeriod(end, months);
  }

  /** The day of the balance with which the period began, where months are whole. */
  LocalDate opening() {
    return end.minusMonths(months);
  }
}
