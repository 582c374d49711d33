package org.kexin.analysis.algorithm;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums sales by calendar month. Memory grows with the months seen, not with sales or customers. */
final class MonthSeries {

  private static final int MONTHS_A_YEAR = 12;

  private final Map<Integer, Sums> months = new HashMap<>();
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;

  private static final class Sums {
    private long revenue;
    private long transactions;
    private long customers;
    private long lastCustomer;
  }

  /**
   * @param customerNumber 1, 2, 3… in the order of the stream, 0 for an anonymous sale. Since a
   *     customer's sales stand together, a number unlike the last one seen in this month is a
   *     customer not yet counted in it
   */
  void add(LocalDate day, long minorUnits, long customerNumber) {
    if (firstDay == null || day.isBefore(firstDay)) {
      firstDay = day;
    }
    if (lastDay == null || day.isAfter(lastDay)) {
      lastDay = day;
    }
    Sums sums =
        months.computeIfAbsent(
            day.getYear() * MONTHS_A_YEAR + day.getMonthValue() - 1, _ -> new Sums());
    sums.revenue = Math.addExact(sums.revenue, minorUnits);
    if (minorUnits >= 0) {
      sums.transactions++;
    }
    if (customerNumber > 0 && customerNumber != sums.lastCustomer) {
      sums.lastCustomer = customerNumber;
      sums.customers++;
    }
  }

  @Nullable LocalDate firstDay() {
    return firstDay;
  }

  @Nullable LocalDate lastDay() {
    return lastDay;
  }

  /**
   * Every month from the first to the last, also those without a sale.
   *
   * @param from first day observed, or null for the day of the first sale
   * @param to last day observed, or null for the day of the last sale
   */
  List<Statistics.MonthRevenue> series(@Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate first = from == null ? firstDay : from;
    LocalDate last = to == null ? lastDay : to;
    List<Statistics.MonthRevenue> series = new ArrayList<>();
    if (first == null || last == null) {
      return series;
    }
    YearMonth end = YearMonth.from(last);
    for (YearMonth month = YearMonth.from(first);
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      Sums sums =
          months.getOrDefault(
              month.getYear() * MONTHS_A_YEAR + month.getMonthValue() - 1, new Sums());
      boolean complete = !month.atDay(1).isBefore(first) && !month.atEndOfMonth().isAfter(last);
      series.add(
          new Statistics.MonthRevenue(
              month,
              MinorUnits.toDecimal(sums.revenue),
              sums.transactions,
              sums.customers,
              complete));
    }
    return series;
  }
}
