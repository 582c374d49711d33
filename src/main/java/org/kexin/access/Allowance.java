package org.kexin.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one caller has left. Token buckets without locks: two requests of one caller at once cost a
 * repeated compare-and-set, those of two callers nothing.
 *
 * <p>Requests come back evenly, so that a client that is a little too fast waits a little. Persons
 * come back all at once when their window is over: whoever copies the customer base must wait it
 * out.
 */
final class Allowance {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final long SILENCE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Set<String> roles;
  private final Meter requests;
  private final Meter personsInAMinute;
  private final Meter personsInADay;
  private final TimeMeter time;
  private final AtomicLong silentUntil;

  /**
   * @param roles those for which the quotas were chosen
   */
  Allowance(Set<String> roles, QuotaConfig.Quota quota, TimeMeter time) {
    this.roles = roles;
    this.requests =
        new Meter(
            QuotaPolicy.requests(quota.requestsPerMinute(), MINUTE),
            bucket(
                time,
                Bandwidth.builder()
                    .capacity(quota.requestsPerMinute())
                    .refillGreedy(quota.requestsPerMinute(), MINUTE)
                    .build()));
    this.personsInAMinute = persons("persons-minute", quota.personsPerMinute(), MINUTE, time);
    this.personsInADay = persons("persons-day", quota.personsPerDay(), DAY, time);
    this.time = time;
    this.silentUntil = new AtomicLong(time.currentTimeNanos() - 1);
  }

  /** A quota and what is left of it. */
  record Meter(QuotaPolicy policy, Bucket bucket) {

    Optional<Excess> use(long units) {
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(units);
      return probe.isConsumed()
          ? Optional.empty()
          : Optional.of(new Excess(policy, policy.secondsToWait(probe.getNanosToWaitForRefill())));
    }
  }

  /**
   * A quota that does not suffice.
   *
   * @param retryAfter whole seconds after which the same request may fit, at least 1
   */
  record Excess(QuotaPolicy policy, long retryAfter) {}

  /** Uses up one request, or says which quota it exceeds. */
  Optional<Excess> request() {
    return requests.use(1);
  }

  /** Uses up that many persons of both quotas, or none of either. */
  Optional<Excess> show(int persons) {
    if (persons == 0) {
      return Optional.empty();
    }
    Optional<Excess> excess = personsInADay.use(persons);
    if (excess.isPresent()) {
      return excess;
    }
    excess = personsInAMinute.use(persons);
    if (excess.isPresent()) {
      personsInADay.bucket().addTokens(persons);
    }
    return excess;
  }

  /**
   * Whether this refusal is to be recorded: one in a second is. A client that runs wild would
   * otherwise fill the log of who looked as fast as it asks.
   */
  boolean isWorthRecording() {
    long now = time.currentTimeNanos();
    long until = silentUntil.get();
    return now > until && silentUntil.compareAndSet(until, now + SILENCE_NANOS);
  }

  /** Every quota, in the order in which callers are told. */
  List<Meter> meters() {
    return List.of(requests, personsInAMinute, personsInADay);
  }

  boolean isFor(Set<String> present) {
    return roles.equals(present);
  }

  private static Meter persons(String name, int quota, Duration window, TimeMeter time) {
    return new Meter(
        QuotaPolicy.persons(name, quota, window),
        bucket(time, Bandwidth.builder().capacity(quota).refillIntervally(quota, window).build()));
  }

  private static Bucket bucket(TimeMeter time, Bandwidth limit) {
    return Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
  }
}
