package org.kexin.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kexin.customer.Birthdays;
import org.kexin.transaction.PurchaseDays;

/** Whom a rule is about on a day, a stretch at a time. */
@ApplicationScoped
class Occasions {

  /** How far back first orders are looked for, in years. */
  private static final int OLDEST_ANNIVERSARY = 30;

  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

  private final Birthdays birthdays;
  private final PurchaseDays purchases;

  Occasions(Birthdays birthdays, PurchaseDays purchases) {
    this.birthdays = birthdays;
    this.purchases = purchases;
  }

  /**
   * One occasion.
   *
   * @param cursor of the customer or the order, by which the stretches are ordered
   * @param key tells it from all others of the rule and the customer: the day, or the order
   */
  record Occasion(UUID cursor, UUID customer, String key, LocalDate dueOn) {}

  /** The next occasions of the day that the rule works on, behind its cursor. */
  List<Occasion> next(CareRule rule, LocalDate day, int limit) {
    return switch (rule.kind()) {
      case BIRTHDAY -> {
        LocalDate kept = day.plusDays(rule.leadDays());
        yield ofCustomers(birthdays.on(keptOn(kept), rule.cursor(), limit), kept);
      }
      case FIRST_PURCHASE_ANNIVERSARY -> {
        LocalDate kept = day.plusDays(rule.leadDays());
        yield ofCustomers(
            purchases.whoOrderedFirstOn(anniversaries(kept, rule.zone()), rule.cursor(), limit),
            kept);
      }
      case DAYS_AFTER_PURCHASE ->
          purchases
              .ordersOf(
                  window(day.minusDays(rule.daysCounted()), rule.zone()),
                  rule.productId(),
                  rule.cursor(),
                  limit)
              .stream()
              .map(
                  order ->
                      new Occasion(
                          order.transactionId(),
                          order.customerId(),
                          order.transactionId().toString(),
                          day))
              .toList();
      case SILENCE ->
          ofCustomers(
              purchases.whoOrderedLastOn(
                  window(day.minusDays(rule.daysCounted()), rule.zone()), rule.cursor(), limit),
              day);
    };
  }

  /** The days of birth whose birthday is kept on a day: two on 28 February of a common year. */
  static List<MonthDay> keptOn(LocalDate day) {
    MonthDay own = MonthDay.from(day);
    return own.equals(MonthDay.of(2, 28)) && !Year.isLeap(day.getYear())
        ? List.of(own, LEAP_DAY)
        : List.of(own);
  }

  /** The days of earlier years whose anniversary is kept on a day. */
  static List<LocalDate> daysKeptOn(LocalDate day) {
    List<LocalDate> days = new ArrayList<>();
    for (int years = 1; years <= OLDEST_ANNIVERSARY; years++) {
      int year = day.getYear() - years;
      for (MonthDay kept : keptOn(day)) {
        if (kept.isValidYear(year)) {
          days.add(kept.atYear(year));
        }
      }
    }
    return days;
  }

  private static List<PurchaseDays.Day> anniversaries(LocalDate day, ZoneId zone) {
    return daysKeptOn(day).stream().map(kept -> window(kept, zone)).toList();
  }

  private static PurchaseDays.Day window(LocalDate day, ZoneId zone) {
    return new PurchaseDays.Day(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static List<Occasion> ofCustomers(List<UUID> customers, LocalDate day) {
    return customers.stream()
        .map(customer -> new Occasion(customer, customer, day.toString(), day))
        .toList();
  }
}
