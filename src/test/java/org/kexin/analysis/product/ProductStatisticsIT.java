package org.kexin.analysis.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/**
 * Twelve customers bought a lamp for 50 each, eleven of them two shades of 50 each, three a bulb
 * for 50; ten bought a cup for 50. All but the cup are in one category. One gave a cup back.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ProductStatisticsIT {

  private static final String CURRENCY = "PGK";
  private static final String PATH = "/v1/analysis/product-statistics";
  private static final String LIGHTS = "LIGHTS-" + UUID.randomUUID();
  private static final String CUPS = "CUPS-" + UUID.randomUUID();
  private static final Map<String, String> CODES = new HashMap<>();

  @BeforeEach
  void sales() {
    if (!CODES.isEmpty()) {
      return;
    }
    String lamp = product("lamp", LIGHTS);
    String shade = product("shade", LIGHTS);
    String bulb = product("bulb", LIGHTS);
    String cup = product("cup", CUPS);
    for (int i = 0; i < 12; i++) {
      String customer = Sales.customer("Reader " + i);
      order(customer, lamp, i, 1);
      if (i < 11) {
        order(customer, shade, i, 2);
      }
      if (i < 3) {
        order(customer, bulb, i, 1);
      }
      if (i < 10) {
        String sold = order(customer, cup, i, 1);
        if (i == 0) {
          Sales.giveBack(sold, customer, cup, CURRENCY, LocalDate.of(2024, 5, 20));
        }
      }
    }
  }

  private static String order(String customer, String product, int day, int pieces) {
    return Sales.order(customer, product, CURRENCY, LocalDate.of(2024, 5, day + 1), pieces);
  }

  private static String product(String name, String category) {
    String code = name + "-" + UUID.randomUUID();
    CODES.put(name, code);
    return Api.writing(Api.DATA_STEWARD)
        .body(Map.of("code", code, "name", name, "category", category))
        .post("/v1/products")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void productsHaveTheirSharesAndClasses() {
    JsonPath answer = answer(Api.SALES, Map.of());

    assertThat(answer.getString("totals.revenue")).isEqualTo("2350.00");
    assertThat(answer.getLong("totals.customers")).isEqualTo(12);
    assertThat(answer.getLong("totals.orders")).isEqualTo(36);
    assertThat(answer.getList("rows.code", String.class))
        .containsExactly(
            CODES.get("shade"), CODES.get("lamp"), CODES.get("cup"), CODES.get("bulb"));
    assertThat(answer.getList("rows.revenue"))
        .containsExactly("1100.00", "600.00", "500.00", "150.00");
    assertThat(answer.getList("rows.abcClass")).containsExactly("A", "A", "B", "C");
    assertThat(answer.getList("rows.customers")).containsExactly(11, 12, 10, 3);
    assertThat(answer.getList("rows.quantity")).containsExactly(22, 12, 10, 3);
    assertThat(answer.getString("rows[0].category")).isEqualTo(LIGHTS);
    assertThat(answer.getDouble("rows[1].cumulativeShare")).isCloseTo(1700 / 2350.0, within(1e-6));
    // Ascending 150, 500, 600, 1,100: 2·7350 / (4·2350) − 5/4.
    assertThat(answer.getDouble("concentration.gini")).isCloseTo(0.3138298, within(1e-6));
    assertThat(answer.getDouble("concentration.herfindahlHirschman"))
        .isCloseTo(
            (150 * 150 + 500 * 500 + 600 * 600 + 1100 * 1100) / (2350.0 * 2350), within(1e-6));
    assertThat(answer.getList("concentration.abc.rows")).containsExactly(2, 1, 1);
    assertThat(answer.getString("others")).isNull();
  }

  @Test
  void categoriesAreTheSumsOfTheirProducts() {
    JsonPath answer = answer(Api.SALES, Map.of("by", "category", "returns", "deducted"));

    assertThat(answer.getList("rows.code", String.class)).containsExactly(LIGHTS, CUPS);
    assertThat(answer.getList("rows.revenue")).containsExactly("1850.00", "450.00");
    assertThat(answer.getList("rows.customers")).containsExactly(12, 10);
    assertThat(answer.getList("rows.orders")).containsExactly(26, 10);
    assertThat(answer.getInt("totals.rows")).isEqualTo(2);
  }

  @Test
  void onlyTheBestAreListedAndAllAreCompared() {
    JsonPath answer = answer(Api.SALES, Map.of("top", "1"));

    assertThat(answer.getList("rows")).hasSize(1);
    assertThat(answer.getInt("concentration.rows")).isEqualTo(4);
  }

  /** The bulb has three buyers; so the category less all others would be theirs. */
  @Test
  void anAnalystIsToldOfNoProductOfAFewNeitherByADifference() {
    JsonPath answer = answer(Api.ANALYST, Map.of());

    assertThat(answer.getList("rows.code", String.class))
        .containsExactly(CODES.get("lamp"), CODES.get("cup"));
    assertThat(answer.getInt("others.rows")).isEqualTo(2);
    assertThat(answer.getString("others.revenue")).isEqualTo("1250.00");
    assertThat(answer.getDouble("concentration.herfindahlHirschman"))
        .isCloseTo(61 / 121.0, within(1e-6));
    assertThat(answer.getDouble("rows[0].share")).isCloseTo(6 / 11.0, within(1e-6));
    assertThat(answer(Api.ANALYST, Map.of("by", "category")).getList("rows.revenue"))
        .containsExactly("1850.00", "500.00");
  }

  @Test
  void anAnalystCannotSubtractPeriodsOrReturns() {
    Map.of("from", "2024-05-01", "to", "2024-05-31", "returns", "deducted")
        .forEach(
            (name, value) ->
                asked(Api.ANALYST, Map.of(name, value))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(name)));
  }

  @Test
  void theRunHasTheBytesOfTheAnswer() {
    String id =
        Runs.completed(
            Api.SALES, Runs.aRun("product-statistics", Map.of("currency", CURRENCY, "top", "2")));

    byte[] answer =
        Api.as(Api.SALES)
            .queryParams(Runs.ended(Api.SALES, id).<String, String>getMap("parameters"))
            .get(PATH)
            .asByteArray();

    assertThat(new String(Runs.result(Api.SALES, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(answer, StandardCharsets.UTF_8))
        .contains("1100.00");
  }

  @Test
  void theParetoCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("currency", CURRENCY)
            .get(PATH)
            .then()
            .statusCode(200)
            .contentType(startsWith("image/svg+xml"))
            .extract()
            .asString();

    assertThat(svg).contains("商品销售额帕累托图", "46.8 %, 累计 46.8 %", "25.5 %, 累计 72.3 %");
  }

  @Test
  void parametersThatCannotBeAreRefused() {
    Map.of("by", "colour", "top", "501")
        .forEach(
            (name, value) ->
                asked(Api.SALES, Map.of(name, value))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(name)));
  }

  private static JsonPath answer(String role, Map<String, String> parameters) {
    return asked(role, parameters).statusCode(200).extract().jsonPath();
  }

  private static ValidatableResponse asked(String role, Map<String, String> parameters) {
    return Api.as(role).queryParam("currency", CURRENCY).queryParams(parameters).get(PATH).then();
  }
}
