package org.kexin.analysis.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesQuery;
import org.kexin.shared.ProblemException;

/**
 * What is asked of complaints.
 *
 * @param from first day on which they were received; null for all from the start
 * @param to last day; null for all to the end
 */
record ComplaintQuestion(
    @Nullable LocalDate from, @Nullable LocalDate to, By by, TrendPeriod period) {

  /** What complaints are counted by. */
  enum By {
    CATEGORY,
    CAUSE,
    PRODUCT
  }

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static ComplaintQuestion of(ComplaintParameters asked) {
    LocalDate from = asked.from();
    LocalDate to = asked.to();
    if (from != null && to != null && from.isAfter(to)) {
      throw ProblemException.parameter("from", "from is not after to.");
    }
    return new ComplaintQuestion(
        from,
        to,
        SalesQuery.word(By.class, "by", asked.by(), By.CATEGORY),
        SalesQuery.word(TrendPeriod.class, "period", asked.period(), TrendPeriod.MONTH));
  }

  boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
