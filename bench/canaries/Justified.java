import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks that need a reason, and their review. */
record Justified(Service service) {

  void look(List<String> ids) {
    String reason = "A call-back was promised.";
    Together.parallel(
        ids.size() / 2,
        i -> {
          service
              .call("unmaskCustomer", "service-agent")
              .at(ids.get(i))
              .send(
                  Map.of(
                      "attributes", List.of("phones", "emails", "bankAccounts"), "reason", reason))
              .is(200);
          service
              .call("unmaskCustomer", "privacy-officer")
              .at(ids.get(i))
              .send(Map.of("attributes", List.of("identityDocument"), "reason", reason))
              .is(200);
        });
    String id = ids.getFirst();
    String etag = service.call("getCustomer", "data-steward").at(id).send().is(200).etag();
    service
        .call("patchCustomer", "data-steward")
        .at(id)
        .with("If-Match", etag)
        .send(Map.of("department", "north"))
        .is(200);
    service.call("getCustomer", "sales").at(id).send().is(403);
    service.call("getCustomer", "sales").at(id).with("Break-Glass-Reason", reason).send().is(200);
    JsonNode justified =
        service.call("listJustifications", "privacy-officer").send().is(200).json().get("items");
    service
        .call("reviewJustification", "privacy-officer")
        .at(justified.get(0).get("recordId").asText())
        .send(Map.of("verdict", "ACCEPTED", "comment", "The call-back was due."))
        .is(201);
    etag = service.call("getCustomer", "data-steward").at(id).send().is(200).etag();
    Map<String, Object> nobody = new LinkedHashMap<>();
    nobody.put("department", null);
    service
        .call("patchCustomer", "data-steward")
        .at(id)
        .with("If-Match", etag)
        .send(nobody)
        .is(200);
  }
}
