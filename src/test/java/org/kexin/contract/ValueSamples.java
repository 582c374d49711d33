package org.kexin.contract;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Prospects;
import org.kexin.testing.Regulars;

/** What customers will still buy, and who will buy for the first time. */
final class ValueSamples implements FeatureSamples {

  private static final Regulars REGULARS = new Regulars("AWG");
  private static final String LATER = "currency=" + REGULARS.currency() + "&to=2024-09-30";
  private static final String PROSPECTS = "to=" + Prospects.TO;
  private static final String ALL = "&pageSize=200";

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "listWinBacks", ValueSamples::regular,
        "listMostValuable", ValueSamples::regular,
        "listProspects", ValueSamples::prospect);
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of(
        "listWinBacks", ValueSamples::ofRegulars,
        "listMostValuable", ValueSamples::ofRegulars,
        "listProspects",
            call -> {
              Prospects.ids();
              return call.asking(PROSPECTS);
            });
  }

  @Override
  public Set<String> namesNobody() {
    return Set.of("getLifetimeModels", "getPropensityModel");
  }

  private static ContractCall ofRegulars(ContractCall call) {
    REGULARS.ids();
    return call.asking(LATER);
  }

  private static String regular(ContractCall call, String role, Whose whose) {
    REGULARS.ids();
    String customer = OwnedRecords.customer(role, whose);
    REGULARS.buys(customer, LocalDate.of(2024, 3, 1), 2);
    REGULARS.buys(customer, LocalDate.of(2024, 5, 1), 3);
    return Probes.row(call.asking(LATER + ALL), "items", "customerId", customer);
  }

  /** The one that a customer is has orders of other tests, who may ask for nobody anyway. */
  private static String prospect(ContractCall call, String role, Whose whose) {
    Prospects.ids();
    String customer = OwnedRecords.customer(role, whose);
    Prospects.knownSince(customer, LocalDate.of(2019, 11, 30));
    return Probes.row(call.asking(PROSPECTS + ALL), "items", "customerId", customer);
  }
}
