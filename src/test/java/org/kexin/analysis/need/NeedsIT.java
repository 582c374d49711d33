package org.kexin.analysis.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/**
 * Thirty-six customers who bought tea every ten days: ten of them are past due, twelve come due in
 * five days, eleven in nine, three have lapsed. The twelve buy salt with it, the three ink.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NeedsIT {

  private static final String PATH = "/v1/analysis/needs";
  private static final Purchases PURCHASES = new Purchases("JMD");
  private static final List<String> PRODUCTS = new ArrayList<>();

  /** The day of the recording, so that a midnight during the tests changes nothing. */
  private static LocalDate today = LocalDate.EPOCH;

  @BeforeEach
  void purchases() {
    if (!PRODUCTS.isEmpty()) {
      return;
    }
    today = LocalDate.now(ZoneOffset.UTC);
    String tea = Purchases.product("Tea", "tea");
    String salt = Purchases.product("Salt", "salt");
    String ink = Purchases.product("Ink", "ink");
    regulars(10, 15, tea);
    regulars(12, 5, tea, salt);
    regulars(11, 1, tea);
    regulars(3, 40, tea, ink);
    PURCHASES.order(Sales.customer("Once"), today.minusDays(1), Purchases.product("Pebble", null));
    PRODUCTS.addAll(List.of(tea, salt, ink));
  }

  private static void regulars(int count, int daysAgo, String... products) {
    for (int i = 0; i < count; i++) {
      PURCHASES.everyTenDays(Sales.customer("Regular"), today.minusDays(daysAgo), products);
    }
  }

  private static ValidatableResponse asked(String role, String... parameters) {
    Map<String, String> all = new HashMap<>(Map.of("currency", PURCHASES.currency()));
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    return Api.as(role).queryParams(all).get(PATH).then();
  }

  @Test
  void customersAreCountedByWhenTheyAreDue() {
    asked(Api.SALES, "referenceDate", today.toString())
        .statusCode(200)
        .body("about.currency", equalTo("JMD"))
        .body("about.n", equalTo(109))
        .body("about.parameters.referenceDate", equalTo(today.toString()))
        .body("about.leftOut.find { it.code == 'NO_CATEGORY' }.count", equalTo(1))
        .body("regulars", equalTo(36))
        .body("found", equalTo(3))
        .body("heldBack", equalTo(0))
        .body("rows.code", contains("tea", "salt", "ink"))
        .body("rows.customers", contains(36, 12, 3))
        .body("rows.pastDue", contains(10, 0, 0))
        .body("rows.coming", contains(12, 12, 0))
        .body("rows.later", contains(11, 0, 0))
        .body("rows.lapsed", contains(3, 0, 3))
        .body("reason", nullValue());
  }

  @Test
  void aLongerLookAheadFindsMore() {
    asked(Api.SALES, "referenceDate", today.toString(), "within", "9", "top", "1")
        .body("rows", hasSize(1))
        .body("found", equalTo(3))
        .body("rows[0].coming", equalTo(23))
        .body("rows[0].later", equalTo(0));
    // Thirty-eight days earlier only those who lapsed had bought three times.
    asked(Api.SALES, "referenceDate", today.minusDays(38).toString())
        .body("regulars", equalTo(3))
        .body("rows.find { it.code == 'tea' }.later", equalTo(3));
  }

  @Test
  void productsHaveTheirNames() {
    asked(Api.SALES, "by", "product", "referenceDate", today.toString())
        .body("rows.code", contains(PRODUCTS.toArray()))
        .body("rows.name", contains("Tea", "Salt", "Ink"))
        .body("rows[0].customers", equalTo(36));
  }

  /** The three who lapsed are few, and with them the smallest other part is held back. */
  @Test
  void anAnalystSeesNoFigureOfFewCustomers() {
    asked(Api.ANALYST)
        .statusCode(200)
        .body("regulars", equalTo(36))
        .body("found", equalTo(3))
        .body("heldBack", equalTo(1))
        .body("rows.code", contains("tea", "salt"))
        .body("rows.customers", contains(36, 12))
        .body("rows[0].pastDue", nullValue())
        .body("rows[0].coming", equalTo(12))
        .body("rows[0].later", equalTo(11))
        .body("rows[0].lapsed", nullValue())
        .body("rows[1].coming", equalTo(12))
        .body("rows[1].lapsed", equalTo(0))
        .body("reason", notNullValue());
  }

  @Test
  void anAnalystChoosesNothingToSubtract() {
    asked(Api.ANALYST, "within", "8").statusCode(400);
    asked(Api.ANALYST, "by", "product").statusCode(400);
    asked(Api.ANALYST, "referenceDate", today.toString()).statusCode(400);
    asked(Api.ANALYST, "from", "2026-01-01").statusCode(400);
    asked(Api.ANALYST, "returns", "deducted").statusCode(400);
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    asked(Api.SALES, "within", "0").statusCode(400);
    asked(Api.SALES, "within", "366").statusCode(400);
    asked(Api.SALES, "top", "501").statusCode(400);
    asked(Api.SALES, "by", "shelf").statusCode(400);
  }

  @Test
  void aRunHasTheBytesOfTheRequest() {
    String id =
        Runs.completed(Api.ANALYST, Runs.aRun("needs", Map.of("currency", PURCHASES.currency())));
    Map<String, String> parameters = Runs.ended(Api.ANALYST, id).getMap("parameters");

    byte[] asked = Api.as(Api.ANALYST).queryParams(parameters).get(PATH).asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));
  }

  @Test
  void theNeedsCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("currency", PURCHASES.currency())
            .get(PATH)
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();

    assertThat(svg).startsWith("<svg ").contains("届时有需求的客户", "客户数").endsWith("</svg>");
  }
}
