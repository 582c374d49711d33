package org.kexin.analysis.algorithm.satisfaction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/**
 * A satisfaction score by calendar month.
 *
 * @param overall over the whole window
 * @param months every month of the window, also those without an answer
 * @param leftOut answers outside the window; those off the scale are with the scores
 */
public record SatisfactionTrend(
    SatisfactionScore overall, List<Month> months, List<LeftOut> leftOut) {

  /** Counts answers outside the window. */
  public static final Reason OUTSIDE_WINDOW =
      new Reason("OUTSIDE_WINDOW", "Answers outside the window were not counted.");

  public SatisfactionTrend {
    months = List.copyOf(months);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One month.
   *
   * @param complete false when the window begins or ends within the month, so that it cannot be
   *     compared with others by its number of answers
   */
  public record Month(YearMonth month, boolean complete, SatisfactionScore score) {}

  /** Counts answers in one pass, in any order. Not thread-safe. */
  public static final class Accumulator {
    private final Scale scale;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final double level;
    private final Answers.Accumulator all;
    private final NavigableMap<YearMonth, Answers.Accumulator> months = new TreeMap<>();
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private long outside;

    /**
     * Begins without answers.
     *
     * @param from first day of the window; null for the day of the first answer
     * @param to last day of the window; null for the day of the last answer
     * @param level confidence of the intervals, such as 0.95
     * @throws IllegalArgumentException if {@code to} is before {@code from} or the level is not
     *     above 0 and below 1
     */
    public Accumulator(
        Scale scale, @Nullable LocalDate from, @Nullable LocalDate to, double level) {
      if (from != null && to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("the window ends before it begins: " + to);
      }
      Interval.checkLevel(level);
      this.scale = scale;
      this.from = from;
      this.to = to;
      this.level = level;
      this.all = new Answers.Accumulator(scale);
    }

    /**
     * Counts one answer.
     *
     * @param answer null when the question was left blank
     */
    public void add(LocalDate day, @Nullable Integer answer) {
      if ((from != null && day.isBefore(from)) || (to != null && day.isAfter(to))) {
        outside++;
        return;
      }
      if (firstDay == null || day.isBefore(firstDay)) {
        firstDay = day;
      }
      if (lastDay == null || day.isAfter(lastDay)) {
        lastDay = day;
      }
      Answers.Accumulator month =
          months.computeIfAbsent(YearMonth.from(day), _ -> new Answers.Accumulator(scale));
      if (answer == null) {
        all.addUnanswered();
        month.addUnanswered();
      } else {
        all.add(answer);
        month.add(answer);
      }
    }

    /** The scores of what was counted. */
    public SatisfactionTrend finish() {
      LocalDate first = from == null ? firstDay : from;
      LocalDate last = to == null ? lastDay : to;
      List<Month> series = new ArrayList<>();
      if (first != null && last != null) {
        YearMonth end = YearMonth.from(last);
        for (YearMonth m = YearMonth.from(first); !m.isAfter(end); m = m.plusMonths(1)) {
          boolean complete = !m.atDay(1).isBefore(first) && !m.atEndOfMonth().isAfter(last);
          series.add(new Month(m, complete, score(months.get(m))));
        }
      }
      List<LeftOut> leftOut =
          outside == 0 ? List.of() : List.of(new LeftOut(OUTSIDE_WINDOW, outside));
      return new SatisfactionTrend(score(all), series, leftOut);
    }

    private SatisfactionScore score(Answers.@Nullable Accumulator answers) {
      Answers counted =
          answers == null ? new Answers.Accumulator(scale).finish() : answers.finish();
      return SatisfactionScore.of(counted, level);
    }
  }
}
