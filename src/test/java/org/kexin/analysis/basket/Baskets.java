package org.kexin.analysis.basket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.Orders;
import org.kexin.testing.People;

/**
 * Forty-six customers with a basket each, in a currency of their own: twelve with a pen and paper,
 * eleven with a ruler, one with a pen and a ruler; twelve with a cup and a saucer, ten with a cup.
 */
final class Baskets {

  static final String CURRENCY = "LSL";

  private static final List<String> CUSTOMERS = new ArrayList<>();

  static final String PEN = "PEN-" + People.digits(12);
  static final String PAPER = "PAPER-" + People.digits(12);
  static final String RULER = "RULER-" + People.digits(12);
  static final String CUP = "CUP-" + People.digits(12);
  static final String SAUCER = "SAUCER-" + People.digits(12);

  private Baskets() {}

  /** Has the service record them, once. */
  static void recorded() {
    if (!CUSTOMERS.isEmpty()) {
      return;
    }
    product(PEN, "Pen", "writing");
    product(PAPER, "Paper", "writing");
    product(RULER, "Ruler", null);
    product(CUP, "Cup", "kitchen");
    product(SAUCER, "Saucer", "kitchen");
    baskets(12, PEN, PAPER);
    baskets(11, RULER);
    baskets(1, PEN, RULER);
    baskets(12, CUP, SAUCER);
    baskets(10, CUP);
  }

  /** A customer with a pen and paper. */
  static String writer() {
    return CUSTOMERS.getFirst();
  }

  private static void baskets(int count, String... products) {
    IntStream.range(0, count).forEach(_ -> CUSTOMERS.add(customerIn(CURRENCY, products)));
  }

  /** A new customer with these products, bought where they change nothing of the rules. */
  static String customerWith(String... products) {
    return customerIn("MWK", products);
  }

  private static String customerIn(String currency, String... products) {
    String customer = Sales.customer("Basket holder");
    Map<String, Object> order =
        new LinkedHashMap<>(Orders.order(customer, currency, Orders.line(products[0], 1, "5")));
    order.put("lines", Stream.of(products).map(product -> Orders.line(product, 1, "5")).toList());
    Orders.recorded(order);
    return customer;
  }

  private static void product(String code, String name, @Nullable String category) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("code", code);
    product.put("name", name);
    if (category != null) {
      product.put("category", category);
    }
    Api.writing(Api.DATA_STEWARD).body(product).post("/v1/products").then().statusCode(201);
  }
}
