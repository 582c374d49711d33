package org.kexin.analysis.ladder;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/** The days on which moves count; both ends belong to them. */
record MoveWindow(LocalDate from, LocalDate to) {

  private static final int USUAL_DAYS = 90;

  /**
   * The days asked for.
   *
   * @throws ProblemException {@code parameter-invalid} if the first is after the last
   */
  static MoveWindow of(LadderParameters asked, LocalDate today) {
    LocalDate to = asked.to() == null ? today : asked.to();
    LocalDate from = asked.from() == null ? to.minusDays(USUAL_DAYS) : asked.from();
    if (from.isAfter(to)) {
      throw ProblemException.parameter("from", "from is not after to.");
    }
    return new MoveWindow(from, to);
  }

  /**
   * One whole month that is over. Any two of them are the same or have no day in common, so the
   * moves of one cannot be subtracted from those of another.
   *
   * @param day on which the facts end that count at present
   * @throws ProblemException {@code parameter-invalid} if other days are asked for
   */
  static MoveWindow ofMonth(LadderParameters asked, LocalDate day) {
    YearMonth last = YearMonth.from(day).minusMonths(1);
    YearMonth month = month(asked.from(), asked.to(), last);
    boolean fits =
        (asked.from() == null || asked.from().equals(month.atDay(1)))
            && (asked.to() == null || asked.to().equals(month.atEndOfMonth()))
            && !month.isAfter(last);
    if (!fits) {
      throw ProblemException.parameter(
          asked.from() == null ? "to" : "from",
          "For this role moves count from the first to the last day of one month, %s or before."
              .formatted(last));
    }
    return new MoveWindow(month.atDay(1), month.atEndOfMonth());
  }

  private static YearMonth month(
      @Nullable LocalDate from, @Nullable LocalDate to, YearMonth unset) {
    if (from != null) {
      return YearMonth.from(from);
    }
    return to == null ? unset : YearMonth.from(to);
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
