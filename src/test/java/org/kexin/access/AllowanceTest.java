package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kexin.access.Allowance.Excess;

/** Quotas, by a clock that the test turns. */
class AllowanceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Turned time = new Turned();

  @Test
  void requestsBeyondTheQuotaAreRefusedUntilOneCameBack() {
    Allowance allowance = allowance(60, 100, 1_000);
    IntStream.range(0, 60).forEach(i -> assertThat(allowance.request()).isEmpty());

    assertThat(allowance.request()).map(Excess::retryAfter).contains(1L);

    time.passes(SECOND);
    assertThat(allowance.request()).isEmpty();
    assertThat(allowance.request()).map(excess -> excess.policy().name()).contains("requests");
  }

  @Test
  void aPageCountsItsPersonsAndIsShownWholeOrNotAtAll() {
    Allowance allowance = allowance(60, 300, 1_000);

    assertThat(allowance.show(200)).isEmpty();
    assertThat(allowance.show(200))
        .map(excess -> excess.policy().name())
        .contains("persons-minute");
    assertThat(allowance.show(100)).as("what is left of 300").isEmpty();
    assertThat(allowance.show(1)).map(Excess::retryAfter).contains(60L);
  }

  @Test
  void whatTheMinuteRefusesIsNotTakenFromTheDay() {
    Allowance allowance = allowance(60, 100, 250);
    assertThat(allowance.show(100)).isEmpty();
    assertThat(allowance.show(100)).isPresent();

    time.passes(MINUTE);
    assertThat(allowance.show(100)).isEmpty();
    time.passes(MINUTE);
    assertThat(allowance.show(50)).as("250 in the day in all").isEmpty();
    assertThat(allowance.show(1)).map(excess -> excess.policy().name()).contains("persons-day");
  }

  @Test
  void morePersonsThanTheQuotaNeverFitAndWaitNoLongerThanAWindow() {
    assertThat(allowance(60, 100, 1_000).show(101)).map(Excess::retryAfter).contains(60L);
  }

  @Test
  void nobodyShownCostsNothing() {
    Allowance allowance = allowance(60, 1, 1);
    assertThat(allowance.show(1)).isEmpty();
    assertThat(allowance.show(0)).isEmpty();
  }

  @Test
  void aClockThatIsSetBackGivesNothingBack() {
    Allowance allowance = allowance(60, 100, 1_000);
    assertThat(allowance.show(100)).isEmpty();
    time.passes(-10 * MINUTE);
    assertThat(allowance.show(1)).isPresent();
  }

  @Test
  void oneRefusalInASecondIsWorthRecording() {
    Allowance allowance = allowance(60, 100, 1_000);
    assertThat(List.of(allowance.isWorthRecording(), allowance.isWorthRecording()))
        .containsExactly(true, false);
    time.passes(SECOND + 1);
    assertThat(allowance.isWorthRecording()).isTrue();
  }

  @Test
  void twoThreadsTogetherGetNoMoreThanTheQuota() {
    Allowance allowance = allowance(1_000, 1, 1);
    LongAdder admitted = new LongAdder();
    IntStream.range(0, 4_000)
        .parallel()
        .filter(i -> allowance.request().isEmpty())
        .forEach(i -> admitted.increment());
    assertThat(admitted.sum()).isEqualTo(1_000);
  }

  /** Whatever is asked for at whatever times: no window shows more than its quota. */
  @Property(tries = 300)
  void noDayShowsMoreThanItsQuota(
      @ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> pages,
      @ForAll @IntRange(min = 1, max = 5_000) int perDay) {
    Allowance allowance = allowance(1, 200, perDay);
    long shown = 0;
    for (int page : pages) {
      // Two hundred steps of at most five minutes stay within one day of the first.
      time.passes(page * SECOND);
      shown += allowance.show(page).isEmpty() ? page : 0;
      assertThat(shown).isLessThanOrEqualTo(perDay);
    }
  }

  @Test
  void headersAreStructuredFieldsOfTheDraft() {
    QuotaPolicy persons = QuotaPolicy.persons("persons-day", 10_000, Duration.ofDays(1));

    assertThat(QuotaPolicy.requests(600, Duration.ofMinutes(1)).text())
        .isEqualTo("\"requests\";q=600;w=60");
    assertThat(persons.text()).isEqualTo("\"persons-day\";q=10000;w=86400;kexin-unit=\"persons\"");
    assertThat(persons.left(-5, 3)).isEqualTo("\"persons-day\";r=0;t=3");
    assertThat(persons.secondsToWait(1)).isEqualTo(1);
    assertThat(persons.secondsToWait(2 * SECOND + 1)).isEqualTo(3);
    assertThat(persons.secondsToWait(Long.MAX_VALUE)).isEqualTo(86_400);
  }

  @Test
  void aQuotaOfNothingIsNone() {
    assertThatThrownBy(() -> allowance(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private Allowance allowance(int requests, int personsPerMinute, int personsPerDay) {
    return new Allowance(
        Set.of(Roles.SALES), new Fixed(requests, personsPerMinute, personsPerDay), time);
  }

  private record Fixed(int requestsPerMinute, int personsPerMinute, int personsPerDay)
      implements QuotaConfig.Quota {}

  private static final class Turned implements TimeMeter {

    private long nanos = 1_000 * MINUTE;

    void passes(long more) {
      nanos += more;
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
