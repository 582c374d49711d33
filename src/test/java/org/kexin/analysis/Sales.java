package org.kexin.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Api;

/** Customers and what they bought, made over the API; a piece costs 50. */
public final class Sales {

  private Sales() {}

  public static String customer(String name) {
    return customer("INDIVIDUAL", name);
  }

  public static String customer(String kind, String name) {
    return created(
        Api.SERVICE_AGENT, "/v1/customers", Map.of("kind", kind, "name", name, "source", "SURVEY"));
  }

  public static String product() {
    return created(
        Api.DATA_STEWARD,
        "/v1/products",
        Map.of("code", "A-" + UUID.randomUUID(), "name", "Kettle"));
  }

  public static String order(
      String customer, String product, String currency, LocalDate day, int quantity) {
    return order(customer, product, currency, day, quantity, "ONLINE");
  }

  /**
   * An order through this channel.
   *
   * @param customer null for nobody known
   */
  public static String order(
      @Nullable String customer,
      String product,
      String currency,
      LocalDate day,
      int quantity,
      String channel) {
    return sale(
        "ORDER",
        customer,
        currency,
        day,
        channel,
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
        "ONLINE",
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
      String kind,
      @Nullable String customer,
      String currency,
      LocalDate day,
      String channel,
      Map<String, Object> line) {
    Map<String, Object> sale = new LinkedHashMap<>();
    sale.put("kind", kind);
    sale.put("source", "analysis-it");
    sale.put("number", kind + "-" + UUID.randomUUID());
    if (customer != null) {
      sale.put("customerId", customer);
    }
    sale.put("channel", channel);
    sale.put("currency", currency);
    sale.put("occurredAt", day + "T12:00:00Z");
    sale.put("lines", List.of(line));
    return created(Api.SERVICE_AGENT, "/v1/transactions", sale);
  }

  private static String created(String role, String path, Map<String, Object> body) {
    return Api.writing(role).body(body).post(path).then().statusCode(201).extract().path("id");
  }
}
