import java.util.List;
import java.util.Map;

/** Care: an order of some days ago makes a task, which staff claim, complete or dismiss. */
record Cared(Service service) {

  private static final String AGENT = "service-agent";

  /** Needs two customers, whose tasks the job makes within a minute or two. */
  void happens(String notice, List<String> ids) {
    List<String> two = ids.subList(0, 2);
    for (String customer : two) {
      service
          .call("recordConsents", AGENT)
          .at(customer)
          .send(
              Map.of(
                  "decisions",
                  List.of(
                      Map.of(
                          "use", "MARKETING",
                          "channel", "PHONE",
                          "verdict", "GIVEN",
                          "noticeId", notice,
                          "collectedThrough", "SHOP",
                          "evidence", Map.of("kind", "SIGNED_FORM", "reference", "forms/2")))))
          .is(200);
      service
          .call("createTransaction", AGENT)
          .send(
              Map.of(
                  "kind", "ORDER",
                  "source", "canary",
                  "number", "C" + customer,
                  "customerId", customer,
                  "channel", "ONLINE",
                  "currency", "CNY",
                  "occurredAt", java.time.Instant.now().minusSeconds(86_400).toString(),
                  "lines",
                  List.of(Map.of("productCode", "CANARY-1", "quantity", 1, "unitPrice", "2.55"))))
          .is(201);
    }
    String rule =
        service
            .call("makeCareRule", "marketing")
            .send(
                Map.of(
                    "name", "Canaries",
                    "kind", "DAYS_AFTER_PURCHASE",
                    "days", 1,
                    "channel", "PHONE",
                    "zone", "UTC",
                    "instructions", "Ask whether the lantern lights."))
            .is(201)
            .id();
    service.call("listCareRules", "marketing").send().is(200);
    service.call("getCareRule", "marketing").at(rule).send().is(200);
    String first = taskOf(two.getFirst());
    service.call("getTask", AGENT).at(first).send().is(200);
    service.call("claimTask", AGENT).at(first).send(null).is(200);
    service
        .call("completeTask", AGENT)
        .at(first)
        .send(Map.of("outcome", "PLEASED", "note", "It lights."))
        .is(200);
    service
        .call("dismissTask", AGENT)
        .at(taskOf(two.getLast()))
        .send(Map.of("reason", "Not the moment."))
        .is(200);
    service.call("endCareRule", "marketing").at(rule).send(null).is(200);
  }

  private String taskOf(String customer) {
    long deadline = System.nanoTime() + 180_000_000_000L;
    while (System.nanoTime() < deadline) {
      var items =
          service
              .call("listTasks", AGENT)
              .asking("customerId=" + customer)
              .send()
              .is(200)
              .json()
              .get("items");
      if (!items.isEmpty()) {
        return items.get(0).get("id").asText();
      }
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
    }
    throw new IllegalStateException("The job made no task of care.");
  }
}
