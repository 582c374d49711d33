package org.kexin.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kexin.customer.Kind;
import org.kexin.transaction.Channel;
import org.kexin.transaction.SaleRow;
import org.kexin.transaction.SaleTrait;

/**
 * By what sales are told apart. Groups are numbered in the order in which they are given: channels
 * and kinds as they are declared, periods by time.
 */
enum Grouping {
  CHANNEL(0),
  CUSTOMER_KIND(0),
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  /** The group of sales whose customer's kind is not known, as of those without a customer. */
  static final String UNKNOWN = "UNKNOWN";

  private static final int MONTHS_A_YEAR = 12;

  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final int months;

  Grouping(int months) {
    this.months = months;
  }

  /** What must be read of a sale to tell its group. */
  Set<SaleTrait> traits() {
    return switch (this) {
      case CHANNEL -> Set.of(SaleTrait.CHANNEL);
      case CUSTOMER_KIND -> Set.of(SaleTrait.CUSTOMER_KIND);
      case MONTH, QUARTER, YEAR -> Set.of();
    };
  }

  /** Whether the groups are periods, one after the other. */
  boolean isByTime() {
    return months > 0;
  }

  /** The number of the group of a sale on this day, of which the traits were read. */
  long numberOf(LocalDate day, SaleRow row) {
    Channel channel = row.channel();
    Kind kind = row.customerKind();
    return switch (this) {
      case CHANNEL -> channel == null ? CHANNELS.size() : CHANNELS.indexOf(channel);
      case CUSTOMER_KIND -> kind == null ? KINDS.size() : KINDS.indexOf(kind);
      case MONTH, QUARTER, YEAR ->
          Math.floorDiv(day.getLong(ChronoField.PROLEPTIC_MONTH), (long) months);
    };
  }

  /** What the group with this number is called: ONLINE, ENTERPRISE, 2011-12, 2011-Q4 or 2011. */
  String label(long number) {
    return switch (this) {
      case CHANNEL -> name(CHANNELS, number);
      case CUSTOMER_KIND -> name(KINDS, number);
      case MONTH -> YearMonth.from(firstDay(number)).toString();
      case QUARTER ->
          String.format(
              Locale.ROOT,
              "%04d-Q%d",
              firstDay(number).getYear(),
              (firstDay(number).getMonthValue() - 1) / months + 1);
      case YEAR -> String.format(Locale.ROOT, "%04d", firstDay(number).getYear());
    };
  }

  private static String name(List<? extends Enum<?>> values, long number) {
    return number < values.size() ? values.get((int) number).name() : UNKNOWN;
  }

  /** The first day of a period. */
  LocalDate firstDay(long number) {
    long month = number * months;
    return LocalDate.of(
        Math.toIntExact(Math.floorDiv(month, (long) MONTHS_A_YEAR)),
        (int) Math.floorMod(month, (long) MONTHS_A_YEAR) + 1,
        1);
  }

  /** The last day of a period. */
  LocalDate lastDay(long number) {
    return firstDay(number + 1).minusDays(1);
  }
}
