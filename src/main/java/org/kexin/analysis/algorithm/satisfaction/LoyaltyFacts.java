package org.kexin.analysis.algorithm.satisfaction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Moments;

/**
 * What is known about one customer's loyalty.
 *
 * @param purchaseDays distinct days with a purchase, 0 or more
 * @param monthsObserved calendar months from the first purchase to the reference, both included; 0
 *     without a purchase
 * @param monthsActive of these, with a purchase
 * @param intervalVariation standard deviation / mean of the days between purchases, 0 or more; null
 *     with less than three purchase days
 * @param recommendation latest answer to "would you recommend us"; null when not asked or answered
 * @param referrals customers brought; null when not recorded
 */
public record LoyaltyFacts(
    long purchaseDays,
    long monthsObserved,
    long monthsActive,
    @Nullable Double intervalVariation,
    @Nullable Integer recommendation,
    @Nullable Long referrals) {

  /**
   * @throws IllegalArgumentException if a count is negative, more months are active than observed,
   *     or the variation is negative or not finite
   */
  public LoyaltyFacts {
    boolean negative = purchaseDays < 0 || monthsActive < 0 || (referrals != null && referrals < 0);
    if (negative || monthsActive > monthsObserved) {
      throw new IllegalArgumentException("a count is negative, or too many months are active");
    }
    if (intervalVariation != null && !(intervalVariation >= 0 && intervalVariation < 1e300)) {
      throw new IllegalArgumentException("not a coefficient of variation: " + intervalVariation);
    }
  }

  /**
   * Sums up a customer's purchases.
   *
   * @param purchases days in any order, several on one day counting once; those after the reference
   *     are not seen
   * @param reference the day of the index
   */
  public static LoyaltyFacts of(
      List<LocalDate> purchases,
      LocalDate reference,
      @Nullable Integer recommendation,
      @Nullable Long referrals) {
    List<LocalDate> days =
        purchases.stream().filter(day -> !day.isAfter(reference)).distinct().sorted().toList();
    if (days.isEmpty()) {
      return new LoyaltyFacts(0, 0, 0, null, recommendation, referrals);
    }
    long observed =
        YearMonth.from(days.getFirst()).until(YearMonth.from(reference), ChronoUnit.MONTHS) + 1;
    long active = days.stream().map(YearMonth::from).distinct().count();
    return new LoyaltyFacts(
        days.size(), observed, active, variation(days), recommendation, referrals);
  }

  private static @Nullable Double variation(List<LocalDate> days) {
    Moments intervals = new Moments();
    for (int i = 1; i < days.size(); i++) {
      intervals.add((double) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
    }
    Moments.Summary summary = intervals.summary();
    Double deviation = summary.standardDeviation().value();
    return deviation == null ? null : deviation / summary.mean().orElseThrow();
  }
}
