package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.kexin.testing.Api;

/** Contacts with customers. */
final class InteractionSamples implements FeatureSamples {

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "recordInteraction", () -> consultation(created(aPerson())),
        "handleInteraction",
            () -> Map.of("outcome", "ANSWERED", "text", "Explained again " + digits(12)));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of("/v1/customers/{id}/timeline", () -> Map.of("id", created(aPerson())));
  }

  @Override
  public Map<String, String> queries() {
    return Map.of("listInteractions", "state=OPEN");
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "recordInteraction",
        (call, role, whose) ->
            Probes.whole(Probes.sending(call, consultation(OwnedRecords.customer(role, whose)))),
        "listInteractions",
        (call, role, whose) -> {
          String customer = OwnedRecords.customer(role, whose);
          String id = recorded(customer);
          return Probes.row(call.asking("customerId=" + customer), "items", "id", id);
        });
  }

  @Override
  public Map<String, OwnRecord> records() {
    return Map.of(
        "/v1/interactions/{id}", (role, whose) -> recorded(OwnedRecords.customer(role, whose)));
  }

  private static String recorded(String customer) {
    return Api.writing(Api.DATA_STEWARD)
        .body(consultation(customer))
        .post("/v1/interactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Map<String, Object> consultation(String customer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("customerId", customer);
    body.put("kind", "CONSULTATION");
    body.put("direction", "INCOMING");
    body.put("channel", "PHONE");
    body.put("occurredAt", "2026-03-01T08:26:00Z");
    body.put("subject", "Asks when the lantern comes.");
    body.put("notes", "Promised to call back " + digits(12));
    return body;
  }
}
