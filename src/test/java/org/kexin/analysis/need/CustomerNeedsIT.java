package org.kexin.analysis.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** What one customer needs, by purchases worked by hand. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerNeedsIT {

  private static final String PATH = "/v1/customers/{id}/insights/needs";
  private static final Purchases PURCHASES = new Purchases("TTD");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static ValidatableResponse asked(String role, String customer, String... parameters) {
    var request = Api.as(role);
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get(PATH, customer).then();
  }

  private static String buyerOf(String product, long... daysFromStart) {
    String customer = Sales.customer("Regular of one thing");
    for (long day : daysFromStart) {
      PURCHASES.order(customer, START.plusDays(day), product);
    }
    return customer;
  }

  private static Map<String, Object> insight(String customer) {
    return Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("insights.find { it.code == 'needs' }");
  }

  /** Intervals of 10, 20, 12 and 14 days: quartiles 11.5, 13 and 15.5. */
  @Test
  void theUsualIntervalSaysWhenAProductIsDue() {
    String tea = Purchases.product("Tea", "drinks");
    String customer = buyerOf(tea, 0, 10, 30, 42, 56);
    PURCHASES.order(customer, START, Purchases.product("Rice", null));

    asked(Api.SALES, customer, "referenceDate", "2026-03-02")
        .statusCode(200)
        .body("needs", hasSize(1))
        .body("needs[0].code", equalTo(tea))
        .body("needs[0].name", equalTo("Tea"))
        .body("needs[0].state", equalTo("NOT_YET"))
        .body("needs[0].days", equalTo(5))
        .body("needs[0].usualInterval", equalTo(13f))
        .body("needs[0].lowerQuartile", equalTo(11.5f))
        .body("needs[0].upperQuartile", equalTo(15.5f))
        .body("needs[0].lastBought", equalTo("2026-02-26"))
        .body("needs[0].due", equalTo("2026-03-11"))
        .body("needs[0].daysSince", equalTo(4))
        .body("found", equalTo(1))
        .body("tooFewDays", equalTo(1))
        .body("reason", nullValue())
        .body("withheld", nullValue())
        .body("parameters.referenceDate", equalTo("2026-03-02"))
        .body("masked", hasSize(0));
    state(customer, "2026-03-10", "DUE");
    state(customer, "2026-03-14", "OVERDUE");
    state(customer, "2026-04-14", "LAPSED");
  }

  private static void state(String customer, String referenceDate, String state) {
    asked(Api.SALES, customer, "referenceDate", referenceDate)
        .body("needs[0].state", equalTo(state));
  }

  /** With the other tea days 0, 10, 20, 30, 42 and 56: intervals 10, 10, 10, 12 and 14. */
  @Test
  void aCategoryIsNeededWheneverAProductOfItIs() {
    String customer = buyerOf(Purchases.product("Black tea", "teas"), 0, 10, 30, 42, 56);
    PURCHASES.order(customer, START.plusDays(20), Purchases.product("Green tea", "teas"));
    PURCHASES.order(customer, START.plusDays(20), Purchases.product("Pebble", null));

    asked(Api.SALES, customer, "by", "category", "referenceDate", "2026-03-02")
        .statusCode(200)
        .body("needs.code", contains("teas"))
        .body("needs[0].name", nullValue())
        .body("needs[0].productId", nullValue())
        .body("needs[0].days", equalTo(6))
        .body("needs[0].usualInterval", equalTo(10f))
        .body("needs[0].upperQuartile", equalTo(12f))
        .body("needs[0].due", equalTo("2026-03-08"))
        .body("tooFewDays", equalTo(0));
  }

  @Test
  void whatWasWhollyGivenBackIsNoNeed() {
    String vase = Purchases.product("Vase", null);
    String customer = Sales.customer("Not sure");
    for (int day : List.of(0, 10, 20)) {
      String order = PURCHASES.order(customer, START.plusDays(day), vase);
      PURCHASES.giveBack(order, customer, START.plusDays(day + 1), vase);
    }

    asked(Api.SALES, customer, "referenceDate", "2026-01-24")
        .body("needs", hasSize(0))
        .body("reason", equalTo("NO_PURCHASE"));
    // The last one had not come back yet.
    asked(Api.SALES, customer, "referenceDate", "2026-01-21").body("needs[0].days", equalTo(3));
  }

  @Test
  void withTooFewDaysItIsSaidWhy() {
    String customer = buyerOf(Purchases.product("Salt", null), 0, 30);

    asked(Api.SALES, customer)
        .body("needs", hasSize(0))
        .body("found", equalTo(0))
        .body("tooFewDays", equalTo(1))
        .body("reason", equalTo("NOT_ENOUGH_DAYS"));
    asked(Api.SALES, Sales.customer("New here")).body("reason", equalTo("NO_PURCHASE"));
    assertThat(String.valueOf(insight(customer).get("reasons"))).contains("NOT_ENOUGH_DAYS");
  }

  @Test
  void theMostPressingNeedIsAmongTheInsightsAndInThePortrait() {
    String soap = Purchases.product("Soap", null);
    String customer = Sales.customer("Clean");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    PURCHASES.everyTenDays(customer, today.minusDays(10), soap);

    Map<String, Object> insight = insight(customer);

    assertThat(insight).containsEntry("value", soap);
    assertThat(String.valueOf(insight.get("reasons")))
        .contains("Bought on 3 days, usually every 10 days, half of the times after 10 to 10.")
        .contains("due on " + today + ".");
    Api.as(Api.SALES)
        .header("Accept-Language", "zh-CN")
        .get("/v1/customers/{id}/portrait", customer)
        .then()
        .statusCode(200)
        .body("sentences.find { it.code == 'needs' }.text", equalTo("推断：最可能即将需要的商品为" + soap + "。"));
  }

  @Test
  void whatIsLongOverIsNotNeededAnyMore() {
    String customer = buyerOf(Purchases.product("Nappies", null), 0, 5, 10);

    assertThat(insight(customer)).doesNotContainKey("value");
    assertThat(String.valueOf(insight(customer).get("reasons"))).contains("ALL_LAPSED");
    asked(Api.SALES, customer).body("needs.state", contains("LAPSED"));
  }

  @Test
  void nothingIsDerivedOfWhoObjectsToProfiling() {
    String customer = buyerOf(Purchases.product("Oil", null), 0, 5, 10);
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);

    asked(Api.SALES, customer)
        .statusCode(200)
        .body("needs", nullValue())
        .body("found", nullValue())
        .body("tooFewDays", nullValue())
        .body("withheld", equalTo("NO_PROFILING"));
    Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .body("insights", nullValue());
  }

  @Test
  void marketingSeesTheNeedsOfWhoAgreedOnly() {
    String flour = Purchases.product("Flour", null);
    String customer = buyerOf(flour, 0, 5, 10);
    asked(Api.MARKETING, customer)
        .statusCode(200)
        .body("needs", nullValue())
        .body("found", nullValue())
        .body("masked", contains("needs"));

    Consents.record(customer, Consents.given("PROFILING"));

    asked(Api.MARKETING, customer).body("needs.code", contains(flour));
  }

  @Test
  void whoIsNotThereIsNotFoundAndWhatIsNoWordIsRefused() {
    asked(Api.SALES, People.anId().toString()).statusCode(404);
    asked(Api.SALES, Sales.customer("New here"), "by", "shelf")
        .statusCode(400)
        .body("detail", startsWith("Use one of"));
  }
}
