package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Where customers stand, and the policy that says so. */
final class LifeCycleSamples implements FeatureSamples {

  /** So that no two policies are alike. */
  private static final AtomicInteger DAYS = new AtomicInteger(90);

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of("publishLifeCyclePolicy", LifeCycleSamples::terms);
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of("/v1/customers/{id}/life-cycle", () -> Map.of("id", created(aPerson())));
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of("publishLifeCyclePolicy");
  }

  private static Map<String, Object> terms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("interestDays", DAYS.incrementAndGet());
    terms.put("repeatOrders", 2);
    terms.put("coreOrders", 6);
    terms.put("coreDays", 365);
    terms.put("advocateReferrals", 1);
    terms.put("lapsingDays", 180);
    terms.put("lostDays", 365);
    terms.put("wonBackDays", 90);
    return terms;
  }
}
