package org.kexin.analysis.need;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Api;
import org.kexin.testing.Orders;
import org.kexin.testing.People;

/** Orders on chosen days in one currency. */
record Purchases(String currency) {

  /** The code of a new product. */
  static String product(String name, @Nullable String category) {
    Map<String, Object> product = new LinkedHashMap<>();
    String code = name.toUpperCase(Locale.ROOT) + "-" + People.digits(12);
    product.put("code", code);
    product.put("name", name);
    if (category != null) {
      product.put("category", category);
    }
    Api.writing(Api.DATA_STEWARD).body(product).post("/v1/products").then().statusCode(201);
    return code;
  }

  /** An order of a piece of each product, at noon; its id. */
  String order(String customer, LocalDate day, String... products) {
    Map<String, Object> order =
        new LinkedHashMap<>(Orders.order(customer, currency, Orders.line(products[0], 1, "5")));
    order.put("occurredAt", day + "T12:00:00Z");
    order.put("lines", Stream.of(products).map(product -> Orders.line(product, 1, "5")).toList());
    return Orders.recorded(order);
  }

  /** Three orders with ten days between them. */
  void everyTenDays(String customer, LocalDate last, String... products) {
    for (int days : List.of(20, 10, 0)) {
      order(customer, last.minusDays(days), products);
    }
  }

  /** Gives the piece of an order of one product back. */
  void giveBack(String order, String customer, LocalDate day, String product) {
    Map<String, Object> back =
        new LinkedHashMap<>(
            Orders.returned(customer, currency, Orders.back(order, product, 1, "5")));
    back.put("occurredAt", day + "T12:00:00Z");
    Orders.recorded(back);
  }
}
