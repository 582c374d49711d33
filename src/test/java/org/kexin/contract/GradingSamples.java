package org.kexin.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Distributions, policies of grades, and figures of enterprises. */
final class GradingSamples implements FeatureSamples {

  /** So that no two policies are alike. */
  private static final AtomicInteger REVENUE = new AtomicInteger(1_000);

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "publishGradingPolicy", GradingSamples::policy,
        "previewGradingPolicy", GradingSamples::policy,
        "computeEnterpriseStrength",
            () -> Map.of("statement", Map.of("periodEnd", "2025-12-31", "months", 12)));
  }

  @Override
  public Map<String, String> queries() {
    return Map.of(
        "getDistribution", "attribute=gender", "getCrossTab", "rows=gender&columns=age-band");
  }

  @Override
  public Set<String> namesNobody() {
    return Set.of("getDistribution", "getCrossTab", "getGradeDistribution", "previewGradingPolicy");
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of("publishGradingPolicy", "previewGradingPolicy", "computeEnterpriseStrength");
  }

  private static Object policy() {
    String revenue = String.valueOf(REVENUE.incrementAndGet());
    return Map.of(
        "kind",
        "ENTERPRISE",
        "terms",
        Map.of(
            "months",
            12,
            "weights",
            List.of(),
            "grades",
            List.of(
                Map.of(
                    "grade",
                    "VIP",
                    "minimumScore",
                    0,
                    "conditions",
                    List.of(Map.of("fact", "REVENUE", "atLeast", revenue))))));
  }
}
