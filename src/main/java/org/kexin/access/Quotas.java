package org.kexin.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.kexin.shared.Clock;

/**
 * Keeps what each caller has left, in the memory of this pod: a shared count would add a round trip
 * to the most frequent request. With n pods a caller gets up to n times the quota; the ingress and
 * the findings over the access log see the whole.
 *
 * <p>Thread-safe; memory is bounded by {@link QuotaConfig#maxCallers}.
 */
@ApplicationScoped
class Quotas {

  /** Longer than the longest window: what is forgotten was whole again. */
  private static final Duration KEPT = Duration.ofHours(25);

  /** A token may carry roles of other systems too, which give nothing here. */
  private static final Set<String> ROLES =
      Set.of(
          Roles.SERVICE_AGENT,
          Roles.SALES,
          Roles.MARKETING,
          Roles.ANALYST,
          Roles.DATA_STEWARD,
          Roles.PRIVACY_OFFICER,
          Roles.ADMIN,
          Roles.PARTNER,
          Roles.CUSTOMER);

  private final QuotaConfig config;
  private final TimeMeter time;
  private final Cache<Key, Allowance> allowances;

  Quotas(QuotaConfig config, Clock clock) {
    this.config = config;
    this.time = new MicrosecondTime(clock);
    this.allowances =
        Caffeine.newBuilder().maximumSize(config.maxCallers()).expireAfterAccess(KEPT).build();
  }

  private record Key(String clientId, String userId) {}

  /** Whether quotas are kept at all. */
  boolean areKept() {
    return config.enabled();
  }

  /** What this caller has left. A caller whose roles have changed begins anew. */
  Allowance of(Caller caller) {
    Key key = new Key(caller.clientId(), caller.userId());
    Allowance known = allowances.getIfPresent(key);
    if (known != null && known.isFor(caller.roles())) {
      return known;
    }
    return allowances
        .asMap()
        .compute(
            key,
            (same, old) ->
                old != null && old.isFor(caller.roles())
                    ? old
                    : new Allowance(caller.roles(), quota(caller.roles()), time));
  }

  private QuotaConfig.Quota quota(Set<String> roles) {
    List<QuotaConfig.Quota> quotas =
        roles.stream()
            .filter(ROLES::contains)
            .map(role -> config.roles().getOrDefault(role, config.standard()))
            .toList();
    return quotas.isEmpty() ? config.standard() : new MostGenerous(quotas);
  }

  private record MostGenerous(List<QuotaConfig.Quota> quotas) implements QuotaConfig.Quota {

    @Override
    public int requestsPerMinute() {
      return most(QuotaConfig.Quota::requestsPerMinute);
    }

    @Override
    public int personsPerMinute() {
      return most(QuotaConfig.Quota::personsPerMinute);
    }

    @Override
    public int personsPerDay() {
      return most(QuotaConfig.Quota::personsPerDay);
    }

    private int most(ToIntFunction<QuotaConfig.Quota> of) {
      return quotas.stream().map(of::applyAsInt).max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  /**
   * A clock that is set back makes buckets wait until it has caught up; they never refill twice.
   */
  private record MicrosecondTime(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, clock.now()) * 1_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
