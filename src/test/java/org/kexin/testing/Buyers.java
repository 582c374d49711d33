package org.kexin.testing;

import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Customers who bought alike, so that their purchases tell none from another. */
public final class Buyers {

  private Buyers() {}

  /**
   * That many customers with so many orders each, all of one price and on one day.
   *
   * @param currency in which nothing else is sold
   * @return their ids
   */
  public static List<String> alike(
      int customers, int orders, String price, String day, String currency) {
    List<String> ids = created(customers);
    buy(ids, orders, price, day, currency);
    return ids;
  }

  /** Has each of these customers make so many orders, all of one price and on one day. */
  public static void buy(List<String> ids, int orders, String price, String day, String currency) {
    String product = "ALIKE-" + digits(12);
    Api.writing(Api.DATA_STEWARD)
        .body(Map.of("code", product, "name", "Kettle"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    List<Map<String, Object>> items = new ArrayList<>();
    for (String id : ids) {
      for (int i = 0; i < orders; i++) {
        items.add(
            Map.of(
                "kind",
                "ORDER",
                "source",
                "alike",
                "number",
                digits(12),
                "customerId",
                id,
                "channel",
                "ONLINE",
                "currency",
                currency,
                "occurredAt",
                day + "T12:00:00Z",
                "lines",
                List.of(Map.of("productCode", product, "quantity", 1, "unitPrice", price))));
      }
    }
    Api.writing(Api.DATA_STEWARD)
        .body(Map.of("allOrNone", true, "items", items))
        .post("/v1/transactions/batches")
        .then()
        .statusCode(200);
  }
}
