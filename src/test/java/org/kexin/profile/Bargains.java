package org.kexin.profile;

import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import java.util.Map;
import org.kexin.testing.Api;
import org.kexin.testing.Orders;

/** Purchases on days of the test's choice. */
final class Bargains {

  private Bargains() {}

  /** The code of a fresh product of this name and category. */
  static String product(String name, String category) {
    String code = "BARGAIN-" + digits(12);
    Api.writing(DATA_STEWARD)
        .body(Map.of("code", code, "name", name, "category", category))
        .post("/v1/products")
        .then()
        .statusCode(201);
    return code;
  }

  /** The id of an order of one line. */
  static String ordered(
      String customer, String currency, String product, int pieces, String price, String at) {
    return Orders.recorded(
        with(
            Orders.order(customer, currency, Orders.line(product, pieces, price)),
            "occurredAt",
            at));
  }

  /** Has pieces of an order's line come back. */
  static void returned(
      String customer,
      String currency,
      String order,
      String product,
      int pieces,
      String price,
      String at) {
    Orders.recorded(
        with(
            Orders.returned(customer, currency, Orders.back(order, product, pieces, price)),
            "occurredAt",
            at));
  }
}
