package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.audit.UnusualReading.Kind;

/** What is unusual, and what is not, with exact figures. */
class ReadingRulesTest {

  private static final Instant WEDNESDAY_10H_IN_SHANGHAI = Instant.parse("2026-03-04T02:00:00Z");
  private static final long[] NONE = {};

  /** Median 20, absolute deviations 0 0 1 1 2 2 3 3 4 4 5 5. */
  private static final long[] USUAL = {20, 21, 19, 22, 18, 23, 17, 24, 16, 25, 15, 20};

  private final ReadingRules rules = new ReadingRules(new Limits());

  @Test
  void anHourIsComparedWithTheUsersOwnByMedianAndMad() {
    // MAD 2.5, limit 20 + 3.5 * 2.5 / 0.6745 = 32.97.
    assertThat(rules.judge(seeing(32), USUAL, NONE)).isEmpty();
    assertThat(rules.judge(seeing(33), USUAL, NONE))
        .containsExactly(new UnusualReading(Kind.ABOVE_OWN_HISTORY, 33, 20L, 32));
  }

  @Test
  void anHourIsComparedWithOthersInTheSameWay() {
    assertThat(rules.judge(seeing(33), NONE, USUAL))
        .containsExactly(new UnusualReading(Kind.ABOVE_PEERS, 33, 20L, 32));
  }

  @Test
  void oneWildHourBeforeDoesNotHideTheNext() {
    long[] before = USUAL.clone();
    before[0] = 100_000;

    // Median 20.5, MAD 3, limit 20.5 + 3.5 * 3 / 0.6745 = 36.07.
    assertThat(rules.judge(seeing(40), before, NONE))
        .containsExactly(new UnusualReading(Kind.ABOVE_OWN_HISTORY, 40, 21L, 36));
  }

  @Test
  void whereMostHoursAreEqualTheMeanDeviationStandsIn() {
    long[] before = {30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 42};

    // MAD 0, mean deviation 1, limit 30 + 3.5 * 1.2533 = 34.39.
    assertThat(rules.judge(seeing(34), before, NONE)).isEmpty();
    assertThat(rules.judge(seeing(35), before, NONE))
        .containsExactly(new UnusualReading(Kind.ABOVE_OWN_HISTORY, 35, 30L, 34));
  }

  @Test
  void fewHoursOrFewPersonsAreNotCompared() {
    long[] tooFew = LongStream.generate(() -> 1).limit(11).toArray();
    long[] enough = LongStream.generate(() -> 1).limit(12).toArray();

    assertThat(rules.judge(seeing(90), tooFew, tooFew)).isEmpty();
    assertThat(rules.judge(seeing(29), enough, enough)).isEmpty();
    assertThat(rules.judge(seeing(30), enough, enough))
        .extracting(UnusualReading::kind)
        .containsExactly(Kind.ABOVE_OWN_HISTORY, Kind.ABOVE_PEERS);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T22:00:00Z, sales, true", // 06:00 of Wednesday in Shanghai
    "2026-03-03T23:00:00Z, sales, false", // 07:00
    "2026-03-04T12:00:00Z, sales, false", // 20:00
    "2026-03-04T13:00:00Z, sales, true", // 21:00
    "2026-03-08T02:00:00Z, sales, true", // 10:00 of Sunday
    "2026-03-08T02:00:00Z, partner, false"
  })
  void readingOutsideOfOfficeHoursIsUnusual(Instant hour, String role, boolean unusual) {
    ReadingHour read = new ReadingHour("u", role, hour, 20, 20, 0, 0, 1, 9);

    assertThat(rules.judge(read, NONE, NONE))
        .isEqualTo(unusual ? List.of(new UnusualReading(Kind.OFF_HOURS, 20, null, 20)) : List.of());
    ReadingHour less = new ReadingHour("u", role, hour, 19, 19, 0, 0, 1, 9);
    assertThat(rules.judge(less, NONE, NONE)).isEmpty();
  }

  @Test
  void listsAndFilesInBulkAreUnusual() {
    ReadingHour read =
        new ReadingHour("u", "sales", WEDNESDAY_10H_IN_SHANGHAI, 15, 2_000, 2_000, 5, 1, 9);
    ReadingHour less =
        new ReadingHour("u", "sales", WEDNESDAY_10H_IN_SHANGHAI, 14, 1_999, 1_999, 4, 1, 9);

    assertThat(rules.judge(read, NONE, NONE))
        .containsExactly(
            new UnusualReading(Kind.BULK, 2_000, null, 2_000),
            new UnusualReading(Kind.DOWNLOADS, 5, null, 5));
    assertThat(rules.judge(less, NONE, NONE)).isEmpty();
  }

  @Test
  void manyDifferentPersonsAreUnusualHoweverOftenEachIsSeen() {
    List<UUID> some = IntStream.rangeClosed(1, 119).mapToObj(ReadingRulesTest::person).toList();

    assertThat(rules.judge(List.of(some, some.reversed()))).isEmpty();
    assertThat(rules.judge(List.of(some, List.of(person(120), person(1)))))
        .containsExactly(new UnusualReading(Kind.MANY_PERSONS, 120, null, 120));
  }

  @Test
  void walkingThroughTheRegisterIsUnusual() {
    List<List<UUID>> up =
        IntStream.rangeClosed(1, 12).mapToObj(i -> List.of(person(i * 7))).toList();

    assertThat(rules.judge(up))
        .containsExactly(new UnusualReading(Kind.IN_ORDER_OF_IDS, 12, null, 12));
    assertThat(rules.judge(up.reversed()))
        .containsExactly(new UnusualReading(Kind.IN_ORDER_OF_IDS, 12, null, 12));
    assertThat(rules.judge(up.subList(0, 11))).isEmpty();
  }

  @Test
  void aRunEndsWhereTheOrderTurnsAndIgnoresRepeats() {
    assertThat(ReadingRules.longestRun(List.of())).isZero();
    assertThat(ReadingRules.longestRun(persons(5))).isEqualTo(1);
    assertThat(ReadingRules.longestRun(persons(1, 2, 2, 3, 1, 9, 8))).isEqualTo(3);
    assertThat(ReadingRules.longestRun(persons(3, 2, 1, 4, 5, 6, 7))).isEqualTo(5);
  }

  private static List<UUID> persons(int... numbers) {
    return IntStream.of(numbers).mapToObj(ReadingRulesTest::person).toList();
  }

  private static UUID person(int number) {
    return new UUID(0x8000_0000_0000_7000L + number, 1L);
  }

  private static ReadingHour seeing(long persons) {
    return new ReadingHour("u", "sales", WEDNESDAY_10H_IN_SHANGHAI, persons, persons, 0, 0, 1, 9);
  }

  /** The defaults. */
  static final class Limits implements WatchConfig {

    @Override
    public double score() {
      return 3.5;
    }

    @Override
    public int comparedFrom() {
      return 30;
    }

    @Override
    public int hoursToCompare() {
      return 12;
    }

    @Override
    public Duration comparedWith() {
      return Duration.ofDays(28);
    }

    @Override
    public int persons() {
      return 120;
    }

    @Override
    public int run() {
      return 12;
    }

    @Override
    public int bulk() {
      return 2_000;
    }

    @Override
    public int downloads() {
      return 5;
    }

    @Override
    public int offHours() {
      return 20;
    }

    @Override
    public ZoneId zone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public LocalTime opens() {
      return LocalTime.of(7, 0);
    }

    @Override
    public LocalTime closes() {
      return LocalTime.of(21, 0);
    }

    @Override
    public Set<DayOfWeek> days() {
      return Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY,
          DayOfWeek.SATURDAY);
    }
  }
}
