package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import java.util.Map;
import java.util.function.Supplier;
import org.kexin.testing.People;

/** One customer across features: years that can be asked for. */
final class ProfileSamples implements FeatureSamples {

  private static final String YEAR = "2024";

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        "/v1/customers/{id}/statements/{year}",
        () -> Map.of("id", created(aPerson()), "year", YEAR),
        "/v1/me/statements/{year}",
        () -> {
          People.ownCustomer();
          return Map.of("year", YEAR);
        });
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "getStatement",
        (call, role, whose) ->
            Probes.whole(call.at(Map.of("id", OwnedRecords.customer(role, whose), "year", YEAR))));
  }
}
