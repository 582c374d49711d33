package org.kexin.testing;

import static org.kexin.testing.People.digits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders and returns to test with, over products that nobody else has. */
public final class Orders {

  private Orders() {}

  /** The code of a fresh product. */
  public static String aProduct() {
    String code = "TEST-" + digits(12);
    Api.writing(Api.DATA_STEWARD)
        .body(Map.of("code", code, "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    return code;
  }

  /** A line. */
  public static Map<String, Object> line(String productCode, int quantity, String unitPrice) {
    return Map.of("productCode", productCode, "quantity", quantity, "unitPrice", unitPrice);
  }

  /** A line of a return of goods of the first line of an order. */
  public static Map<String, Object> back(
      String order, String productCode, int quantity, String unitPrice) {
    Map<String, Object> line = new LinkedHashMap<>(line(productCode, quantity, unitPrice));
    line.put("returnOf", Map.of("transactionId", order, "lineNo", 1));
    return line;
  }

  /** The body of an order of one line by this customer. */
  public static Map<String, Object> order(
      String customer, String currency, Map<String, Object> line) {
    return sale("ORDER", customer, currency, List.of(line));
  }

  /** The body of a return of one line by this customer. */
  public static Map<String, Object> returned(
      String customer, String currency, Map<String, Object> line) {
    return sale("RETURN", customer, currency, List.of(line));
  }

  /** Has the service record it and gives its id. */
  public static String recorded(Map<String, Object> sale) {
    return Api.writing(Api.DATA_STEWARD)
        .body(sale)
        .post("/v1/transactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Map<String, Object> sale(
      String kind, String customer, String currency, List<Map<String, Object>> lines) {
    Map<String, Object> sale = new LinkedHashMap<>();
    sale.put("kind", kind);
    sale.put("source", "orders-test");
    sale.put("number", digits(15));
    sale.put("customerId", customer);
    sale.put("channel", "ONLINE");
    sale.put("currency", currency);
    sale.put("occurredAt", "2026-03-01T08:26:00Z");
    sale.put("lines", lines);
    return sale;
  }
}
