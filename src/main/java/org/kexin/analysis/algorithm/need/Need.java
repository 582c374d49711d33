package org.kexin.analysis.algorithm.need;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How often one customer buys one item, and when next.
 *
 * @param days different days it was bought on, of the latest {@link NeedRule#MOST_DAYS}
 * @param lowerQuartile of the intervals between these days, in days; exact, at least 1
 * @param median of the intervals; the usual one
 * @param upperQuartile of the intervals
 * @param last the last of the days
 * @param due {@code last} and the median interval, half a day rounded up
 * @param daysSince from the last of the days to the reference day, 0 or more
 * @param state on the reference day
 * @param <I> an item
 */
public record Need<I>(
    I item,
    int days,
    BigDecimal lowerQuartile,
    BigDecimal median,
    BigDecimal upperQuartile,
    LocalDate last,
    LocalDate due,
    long daysSince,
    NeedState state) {

  static LocalDate dueAfter(LocalDate last, BigDecimal median) {
    return last.plusDays(median.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  static NeedState stateAfter(
      long daysSince, BigDecimal lowerQuartile, BigDecimal upperQuartile, NeedRule rule) {
    BigDecimal since = BigDecimal.valueOf(daysSince);
    if (since.compareTo(upperQuartile.multiply(BigDecimal.valueOf(rule.lapsedAfter()))) > 0) {
      return NeedState.LAPSED;
    }
    if (since.compareTo(upperQuartile) > 0) {
      return NeedState.OVERDUE;
    }
    return since.compareTo(lowerQuartile) < 0 ? NeedState.NOT_YET : NeedState.DUE;
  }
}
