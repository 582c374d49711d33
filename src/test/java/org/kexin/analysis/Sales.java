package org.kexin.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kexin.testing.Api;

/** Customers and what they bought, made over the API; a piece costs 50. */
public final class Sales {

  private Sales() {}

  public static String customer(String name) {
    return created(
        Api.SERVICE_AGENT,
        "/v1/customers",
        Map.of("kind", "INDIVIDUAL", "name", name, "source", "SURVEY"));
  }

  public static String product() {
    return created(
        Api.DATA_STEWARD,
        "/v1/products",
        Map.of("code", "A-" + UUID.randomUUID(), "name", "Kettle"));
  }

  public static String order(
      String customer, String product, String currency, LocalDate day, int quantity) {
    return sale(
        "ORDER",
        customer,
        currency,
        day,
        Map.of("productId", product, "quantity", quantity, "unitPrice", "50"));
  }

  /** Gives one piece of the first line back. */
  public static void giveBack(
      String order, String customer, String product, String currency, LocalDate day) {
    sale(
        "RETURN",
        customer,
        currency,
        day,
        Map.of(
            "productId",
            product,
            "quantity",
            1,
            "unitPrice",
            "50",
            "returnOf",
            Map.of("transactionId", order, "lineNo", 1)));
  }

  private static String sale(
      String kind, String customer, String currency, LocalDate day, Map<String, Object> line) {
    return created(
        Api.SERVICE_AGENT,
        "/v1/transactions",
        Map.of(
            "kind",
            kind,
            "source",
            "analysis-it",
            "number",
            kind + "-" + UUID.randomUUID(),
            "customerId",
            customer,
            "channel",
            "ONLINE",
            "currency",
            currency,
            "occurredAt",
            day + "T12:00:00Z",
            "lines",
            List.of(line)));
  }

  private static String created(String role, String path, Map<String, Object> body) {
    return Api.writing(role).body(body).post(path).then().statusCode(201).extract().path("id");
  }
}
