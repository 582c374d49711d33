package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.kexin.testing.Api;
import org.kexin.testing.Orders;

/** Exchanges, payments, deliveries and service after the sale. */
final class AfterSalesSamples implements FeatureSamples {

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "recordExchange",
        () -> exchange(created(aPerson())),
        "recordPayment",
        AfterSalesSamples::payment,
        "recordDelivery",
        AfterSalesSamples::delivery,
        "endDelivery",
        () -> Map.of("state", "DELIVERED", "at", "2026-03-04T08:26:00." + digits(6) + "Z"),
        "rateDelivery",
        AfterSalesSamples::rating,
        "openServiceCase",
        () -> serviceCase(created(aPerson())),
        "endServiceCase",
        () -> Map.of("state", "DONE", "result", "Battery replaced " + digits(12)),
        "rateServiceCase",
        AfterSalesSamples::rating);
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        "/v1/deliveries/{id}/outcomes", () -> Map.of("id", sent(created(aPerson()))),
        "/v1/deliveries/{id}/ratings", () -> Map.of("id", arrived(created(aPerson()))),
        "/v1/service-cases/{id}/ratings", () -> Map.of("id", ended(created(aPerson()))),
        "/v1/customers/{id}/payment-behaviour", () -> Map.of("id", created(aPerson())));
  }

  @Override
  public Map<String, String> queries() {
    return Map.of("listServiceCases", "state=OPEN");
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "recordExchange",
        (call, role, whose) ->
            Probes.whole(Probes.sending(call, exchange(OwnedRecords.customer(role, whose)))),
        "openServiceCase",
        (call, role, whose) ->
            Probes.whole(Probes.sending(call, serviceCase(OwnedRecords.customer(role, whose)))),
        "listServiceCases",
        (call, role, whose) -> {
          String customer = OwnedRecords.customer(role, whose);
          String id = opened(customer);
          return Probes.row(call.asking("customerId=" + customer), "items", "id", id);
        });
  }

  @Override
  public Map<String, OwnRecord> records() {
    Map<String, OwnRecord> records = new LinkedHashMap<>();
    records.put(
        "/v1/deliveries/{id}/ratings",
        (role, whose) -> arrived(OwnedRecords.customer(role, whose)));
    records.put(
        "/v1/deliveries/{id}/outcomes", (role, whose) -> sent(OwnedRecords.customer(role, whose)));
    records.put(
        "/v1/service-cases/{id}/ratings",
        (role, whose) -> ended(OwnedRecords.customer(role, whose)));
    records.put(
        "/v1/service-cases/{id}", (role, whose) -> opened(OwnedRecords.customer(role, whose)));
    return records;
  }

  private static Map<String, Object> exchange(String customer) {
    String product = Orders.aProduct();
    String order = Orders.recorded(Orders.order(customer, "CNY", Orders.line(product, 2, "9.90")));
    return Map.of(
        "returned", Orders.returned(customer, "CNY", Orders.back(order, product, 1, "9.90")),
        "replacement", Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "12.50")));
  }

  private static Map<String, Object> payment() {
    return Map.of(
        "method",
        "TRANSFER",
        "amount",
        Map.of("amount", "1.00", "currency", "CNY"),
        "paidAt",
        "2026-03-02T08:26:00." + digits(6) + "Z");
  }

  private static Map<String, Object> delivery() {
    return Map.of(
        "carrier", "SF Express",
        "trackingNumber", "SF" + digits(10),
        "shippedAt", "2026-03-02T08:26:00Z",
        "expectedOn", "2026-03-04");
  }

  private static Map<String, Object> rating() {
    return Map.of("score", 4, "comment", "Came a day late " + digits(12));
  }

  private static String sent(String customer) {
    String order =
        Orders.recorded(Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "2.55")));
    return id("/v1/transactions/" + order + "/deliveries", delivery(), 201);
  }

  private static String arrived(String customer) {
    String delivery = sent(customer);
    return id(
        "/v1/deliveries/" + delivery + "/outcomes",
        Map.of("state", "DELIVERED", "at", "2026-03-04T08:26:00Z"),
        200);
  }

  private static Map<String, Object> serviceCase(String customer) {
    return with(
        Map.of("customerId", customer, "kind", "REPAIR"),
        "problem",
        "The lantern does not light " + digits(12));
  }

  private static String opened(String customer) {
    return id("/v1/service-cases", serviceCase(customer), 201);
  }

  private static String ended(String customer) {
    return id(
        "/v1/service-cases/" + opened(customer) + "/results",
        Map.of("state", "DONE", "result", "Battery replaced."),
        200);
  }

  private static String id(String path, Object body, int status) {
    return Api.writing(Api.DATA_STEWARD)
        .body(body)
        .post(path)
        .then()
        .statusCode(status)
        .extract()
        .path("id");
  }
}
