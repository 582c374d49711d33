package org.kexin.analysis.algorithm.satisfaction;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the loyalty index is put together. The weights are a choice of the business, not a finding,
 * which is why they are a policy with a version.
 *
 * @param version changes whenever another value does
 * @param weights of the components, above 0; a component without a weight is not used
 * @param minimumMonths months a customer must be observed before activity counts, at least 1
 * @param fullReferrals referrals that earn the full score, at least 1
 * @param minimumCoverage share of the weights that must be known, above 0 to 1
 */
public record LoyaltyPolicy(
    String version,
    Map<Component, Double> weights,
    int minimumMonths,
    int fullReferrals,
    double minimumCoverage) {

  /** What loyalty is made of. Each is scored from 0 to 1. */
  public enum Component {
    /** Repeat purchase days / purchase days. */
    REPEAT_RATE,
    /** Months with a purchase / months since the first one. */
    ACTIVE_MONTHS,
    /** 1 / (1 + coefficient of variation of the days between purchases). */
    REGULARITY,
    /** Answer to "would you recommend us" / 10. */
    RECOMMENDATION,
    /** Customers brought / {@link LoyaltyPolicy#fullReferrals()}, at most 1. */
    REFERRALS
  }

  /**
   * @throws IllegalArgumentException if the version is blank, there is no weight, or a value is
   *     outside the range given above
   */
  public LoyaltyPolicy {
    if (version.isBlank() || weights.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a version and a weight");
    }
    weights = Collections.unmodifiableMap(new EnumMap<>(weights));
    if (weights.values().stream().anyMatch(weight -> !(weight > 0 && weight <= 1e6))) {
      throw new IllegalArgumentException("a weight is above 0 and at most a million");
    }
    if (minimumMonths < 1 || fullReferrals < 1) {
      throw new IllegalArgumentException("months and referrals are at least 1");
    }
    if (!(minimumCoverage > 0 && minimumCoverage <= 1)) {
      throw new IllegalArgumentException("coverage is above 0, up to 1: " + minimumCoverage);
    }
  }

  /** Behaviour counts 70, recommendation 30; half of the weights must be known. */
  public static LoyaltyPolicy standard() {
    return new LoyaltyPolicy(
        "loyalty-standard/1",
        Map.of(
            Component.REPEAT_RATE, 30.0,
            Component.ACTIVE_MONTHS, 25.0,
            Component.REGULARITY, 15.0,
            Component.RECOMMENDATION, 20.0,
            Component.REFERRALS, 10.0),
        3,
        3,
        .5);
  }
}
