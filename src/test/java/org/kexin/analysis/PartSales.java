package org.kexin.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kexin.testing.Api;

/**
 * Sales in parts, once, in a currency that no other test uses; a piece costs 50.
 *
 * <p>Twelve individuals buy online for 100 each on 2024-01-10. Eleven enterprises buy in the shop
 * for 50, 100 … 550 on 2024-02-10. The first three individuals buy a lamp by telephone for 50 on
 * 2024-02-11, and the first two online for 50 on 2024-03-05. Nobody known buys online for 500 on
 * 2024-02-12, and the first individual gives a piece back.
 */
final class PartSales {

  static final String CURRENCY = "VUV";

  /** The category of lamps. */
  static final String LAMPS = "LAMPS-" + UUID.randomUUID();

  private static final List<String> INDIVIDUALS = new ArrayList<>();

  private PartSales() {}

  /** Has them made; the individuals in turn. */
  static synchronized List<String> made() {
    if (!INDIVIDUALS.isEmpty()) {
      return INDIVIDUALS;
    }
    String cup = product("CUPS-" + UUID.randomUUID());
    String lamp = product(LAMPS);
    String first = "";
    for (int i = 0; i < 12; i++) {
      String person = Sales.customer("Person " + i);
      String order = order(person, cup, LocalDate.of(2024, 1, 10), 2, "ONLINE");
      first = i == 0 ? order : first;
      if (i < 3) {
        order(person, lamp, LocalDate.of(2024, 2, 11), 1, "PHONE");
      }
      if (i < 2) {
        order(person, cup, LocalDate.of(2024, 3, 5), 1, "ONLINE");
      }
      INDIVIDUALS.add(person);
    }
    for (int i = 1; i <= 11; i++) {
      String firm = Sales.customer("ENTERPRISE", "Firm " + i);
      order(firm, cup, LocalDate.of(2024, 2, 10), i, "SHOP");
    }
    Sales.order(null, cup, CURRENCY, LocalDate.of(2024, 2, 12), 10, "ONLINE");
    Sales.giveBack(first, INDIVIDUALS.getFirst(), cup, CURRENCY, LocalDate.of(2024, 2, 13));
    return INDIVIDUALS;
  }

  private static String order(
      String customer, String product, LocalDate day, int pieces, String channel) {
    return Sales.order(customer, product, CURRENCY, day, pieces, channel);
  }

  private static String product(String category) {
    return Api.writing(Api.DATA_STEWARD)
        .body(Map.of("code", "P-" + UUID.randomUUID(), "name", "Part", "category", category))
        .post("/v1/products")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
