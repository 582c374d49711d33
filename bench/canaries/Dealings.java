import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens after a sale and between sales: exchanges, payments, deliveries, service, contacts. */
record Dealings(Service service) {

  private static final String AGENT = "service-agent";

  /** With each of these customers once. */
  void with(List<String> ids) {
    Together.parallel(
        Math.min(ids.size(), 50),
        i -> {
          sell(i, ids.get(i));
          serve(ids.get(i));
          talk(ids.get(i));
        });
    service
        .call("publishLifeCyclePolicy", "data-steward")
        .send(
            Map.of(
                "interestDays", 90,
                "repeatOrders", 2,
                "coreOrders", 6,
                "coreDays", 365,
                "advocateReferrals", 1,
                "lapsingDays", 180,
                "lostDays", 365,
                "wonBackDays", 90))
        .is(201);
  }

  private void sell(int number, String customer) {
    String order =
        service
            .call("createTransaction", AGENT)
            .send(sale("ORDER", "D" + number, customer, null))
            .is(201)
            .id();
    service
        .call("recordExchange", AGENT)
        .send(
            Map.of(
                "returned", sale("RETURN", "E" + number, customer, order),
                "replacement", sale("ORDER", "F" + number, customer, null)))
        .is(200);
    service
        .call("recordPayment", AGENT)
        .at(order)
        .send(
            Map.of(
                "method", "TRANSFER",
                "amount", Map.of("amount", "1.00", "currency", "CNY"),
                "paidAt", "2026-03-02T08:26:00Z"))
        .is(201);
    service.call("getPayments", AGENT).at(order).send().is(200);
    service.call("getPaymentBehaviour", AGENT).at(customer).send().is(200);
    String delivery =
        service
            .call("recordDelivery", AGENT)
            .at(order)
            .send(Map.of("carrier", "SF Express", "shippedAt", "2026-03-02T08:26:00Z"))
            .is(201)
            .id();
    service
        .call("endDelivery", AGENT)
        .at(delivery)
        .send(Map.of("state", "DELIVERED", "at", "2026-03-04T08:26:00Z"))
        .is(200);
    service
        .call("rateDelivery", AGENT)
        .at(delivery)
        .send(Map.of("score", 4, "comment", "Came a day late."))
        .is(200);
    service.call("getDeliveries", AGENT).at(order).send().is(200);
  }

  private void serve(String customer) {
    String id =
        service
            .call("openServiceCase", AGENT)
            .send(Map.of("customerId", customer, "kind", "REPAIR", "problem", "Does not light."))
            .is(201)
            .id();
    service
        .call("endServiceCase", AGENT)
        .at(id)
        .send(Map.of("state", "DONE", "result", "Battery replaced."))
        .is(200);
    service.call("rateServiceCase", AGENT).at(id).send(Map.of("score", 5)).is(200);
    service.call("getServiceCase", AGENT).at(id).send().is(200);
    service.call("listServiceCases", AGENT).asking("customerId=" + customer).send().is(200);
  }

  private void talk(String customer) {
    String id =
        service
            .call("recordInteraction", AGENT)
            .send(
                Map.of(
                    "customerId", customer,
                    "kind", "OBJECTION",
                    "direction", "INCOMING",
                    "channel", "PHONE",
                    "occurredAt", "2026-03-05T08:26:00Z",
                    "subject", "Too dear.",
                    "notes", "Saw it cheaper elsewhere."))
            .is(201)
            .id();
    service
        .call("handleInteraction", AGENT)
        .at(id)
        .send(Map.of("outcome", "SETTLED", "text", "Half the difference."))
        .is(200);
    service.call("getInteraction", AGENT).at(id).send().is(200);
    service.call("listInteractions", AGENT).asking("customerId=" + customer).send().is(200);
    service.call("getTimeLine", AGENT).at(customer).send().is(200);
  }

  private static Map<String, Object> sale(
      String kind, String number, String customer, String order) {
    Map<String, Object> line =
        new HashMap<>(Map.of("productCode", "CANARY-1", "quantity", 1, "unitPrice", "2.55"));
    if (order != null) {
      line.put("returnOf", Map.of("transactionId", order, "lineNo", 1));
    }
    return Map.of(
        "kind", kind,
        "source", "canary",
        "number", number,
        "customerId", customer,
        "channel", "ONLINE",
        "currency", "CNY",
        "occurredAt", "2026-03-01T08:26:00Z",
        "lines", List.of(line));
  }
}
