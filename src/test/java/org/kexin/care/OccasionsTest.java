package org.kexin.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** On which day birthdays and anniversaries are kept. */
class OccasionsTest {

  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

  @Test
  void theLeapDayIsKeptOnTheDayBeforeInYearsWithoutOne() {
    assertThat(Occasions.keptOn(LocalDate.of(2027, 2, 28)))
        .containsExactly(MonthDay.of(2, 28), LEAP_DAY);
    assertThat(Occasions.keptOn(LocalDate.of(2028, 2, 28))).containsExactly(MonthDay.of(2, 28));
    assertThat(Occasions.keptOn(LocalDate.of(2028, 2, 29))).containsExactly(LEAP_DAY);
    assertThat(Occasions.keptOn(LocalDate.of(2027, 3, 1))).containsExactly(MonthDay.of(3, 1));
    assertThat(Occasions.keptOn(LocalDate.of(2100, 2, 28))).contains(LEAP_DAY);
  }

  @Property
  void everyBirthdayIsKeptOnceAYear(
      @ForAll @IntRange(min = 1950, max = 2200) int year,
      @ForAll @IntRange(min = 1, max = 366) int dayOfLeapYear) {
    MonthDay born = MonthDay.from(LocalDate.ofYearDay(2024, dayOfLeapYear));
    long kept =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> Occasions.keptOn(day).contains(born))
            .count();
    assertThat(kept).isEqualTo(1);
  }

  @Test
  void anAnniversaryIsOfEarlierYears() {
    List<LocalDate> days = Occasions.daysKeptOn(LocalDate.of(2026, 3, 1));
    assertThat(days).hasSize(30).startsWith(LocalDate.of(2025, 3, 1), LocalDate.of(2024, 3, 1));
    assertThat(Occasions.daysKeptOn(LocalDate.of(2027, 2, 28)))
        .contains(LocalDate.of(2026, 2, 28), LocalDate.of(2024, 2, 29))
        .allMatch(day -> day.getDayOfMonth() == 28 || Year.isLeap(day.getYear()));
  }
}
