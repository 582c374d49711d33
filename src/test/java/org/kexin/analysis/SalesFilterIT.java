package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/** Every analysis of sales looks at a part of them when asked to. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SalesFilterIT {

  private static final List<String> FOR_ANALYSTS =
      List.of(
          "statistics",
          "product-statistics",
          "rfm",
          "cohorts",
          "retention-economics?marginPercent=40",
          "forecasts",
          "associations",
          "lifetime",
          "distributions?attribute=kind");

  private static final List<String> NAMING =
      List.of("rfm/scores", "win-backs", "most-valuable", "most-valuable?by=revenue");

  @BeforeEach
  void sales() {
    PartSales.made();
  }

  @Test
  void onlySalesThroughTheseChannelsCount() {
    JsonPath all = statistics(Map.of());
    JsonPath online = statistics(Map.of("channel", "online"));

    assertThat(all.getString("totals.revenue")).isEqualTo("4750.00");
    assertThat(all.<String, String>getMap("about.parameters")).doesNotContainKey("channel");
    assertThat(online.getString("totals.revenue")).isEqualTo("1300.00");
    assertThat(online.getLong("totals.orders")).isEqualTo(14);
    assertThat(online.getLong("totals.customers")).isEqualTo(12);
    assertThat(online.getLong("about.n")).isEqualTo(14);
    assertThat(online.<String, String>getMap("about.parameters"))
        .containsEntry("channel", "ONLINE");
    assertThat(leftOut(online))
        .containsEntry("OTHER_CHANNEL", 14)
        .containsEntry("RETURNS", 1)
        .containsEntry("ANONYMOUS_TRANSACTIONS", 1)
        .doesNotContainKey("OTHER_CUSTOMER_KIND");
    // The newest fact read is the same: what is left out was looked at, too.
    assertThat(online.getString("about.asOf")).isEqualTo(all.getString("about.asOf"));
  }

  @Test
  void severalChannelsCountTogetherHoweverTheyAreWritten() {
    String one = raw(Api.SALES, "statistics", Map.of("channel", "phone,SHOP"));
    String other = raw(Api.SALES, "statistics", Map.of("channel", "Shop, phone,shop"));

    assertThat(one).isEqualTo(other);
    JsonPath answer = new JsonPath(one);
    assertThat(answer.getString("totals.revenue")).isEqualTo("3450.00");
    assertThat(answer.getString("about.parameters.channel")).isEqualTo("SHOP,PHONE");
    assertThat(leftOut(answer)).containsEntry("OTHER_CHANNEL", 14);
  }

  @Test
  void onlySalesToCustomersOfThisKindCount() {
    JsonPath firms = statistics(Map.of("customerKind", "enterprise"));
    assertThat(firms.getString("totals.revenue")).isEqualTo("3300.00");
    assertThat(firms.getLong("totals.customers")).isEqualTo(11);
    assertThat(leftOut(firms)).containsEntry("OTHER_CUSTOMER_KIND", 17);

    JsonPath people = statistics(Map.of("customerKind", "individual", "anonymous", "included"));
    assertThat(people.getString("totals.revenue")).isEqualTo("1450.00");
    // The eleven of enterprises, and the one of nobody known.
    assertThat(leftOut(people)).containsEntry("OTHER_CUSTOMER_KIND", 12);

    JsonPath nothing = statistics(Map.of("customerKind", "enterprise", "channel", "phone"));
    assertThat(nothing.getLong("totals.orders")).isZero();
    assertThat(leftOut(nothing))
        .containsEntry("OTHER_CHANNEL", 25)
        .containsEntry("OTHER_CUSTOMER_KIND", 3);
  }

  @Test
  void onlyLinesOfACategoryCount() {
    JsonPath lamps =
        new JsonPath(raw(Api.SALES, "product-statistics", Map.of("category", PartSales.LAMPS)));
    assertThat(lamps.getString("totals.revenue")).isEqualTo("150.00");
    assertThat(lamps.getLong("totals.customers")).isEqualTo(3);
    assertThat(lamps.getLong("about.n")).isEqualTo(3);
    assertThat(lamps.getString("about.parameters.category")).isEqualTo(PartSales.LAMPS);
    assertThat(leftOut(lamps)).containsEntry("OTHER_CATEGORY", 25);

    JsonPath baskets =
        new JsonPath(
            raw(
                Api.SALES,
                "associations",
                Map.of("category", PartSales.LAMPS, "customerKind", "individual")));
    assertThat(baskets.getLong("about.n")).isEqualTo(3);
    assertThat(leftOut(baskets))
        .containsEntry("OTHER_CATEGORY", 14)
        .containsEntry("OTHER_CUSTOMER_KIND", 12);
  }

  @Test
  void everyAnalysisOfSalesHasTheFilters() {
    for (List<String> some : List.of(FOR_ANALYSTS, NAMING)) {
      for (String path : some) {
        JsonPath shop =
            new JsonPath(
                raw(Api.SALES, path, Map.of("channel", "shop", "customerKind", "enterprise")));
        assertThat(shop.getLong("about.n")).as(path).isEqualTo(11);
        assertThat(shop.<String, String>getMap("about.parameters"))
            .as(path)
            .containsEntry("channel", "SHOP")
            .containsEntry("customerKind", "ENTERPRISE");
      }
    }
  }

  @Test
  void theMostValuableAreThoseOfThePart() {
    JsonPath phone =
        new JsonPath(raw(Api.SALES, "most-valuable?by=revenue", Map.of("channel", "phone")));

    assertThat(phone.getList("items.customerId", String.class))
        .containsExactlyInAnyOrderElementsOf(PartSales.made().subList(0, 3));
    assertThat(phone.getList("items.value")).containsOnly("50.00");
  }

  /** All sales less those of a filter may be those of a single customer. */
  @Test
  void whoMaySeeGroupsOnlyIsRefused() {
    Map<String, String> filters = Map.of("channel", "online", "customerKind", "individual");
    filters.forEach(
        (name, value) -> {
          FOR_ANALYSTS.forEach(path -> assertRefused(Api.ANALYST, path, name, value));
          FOR_ANALYSTS.forEach(path -> assertRefused(Api.MARKETING, path, name, value));
          NAMING.forEach(path -> assertRefused(Api.MARKETING, path, name, value));
        });
    for (String path : List.of("product-statistics", "associations")) {
      assertRefused(Api.ANALYST, path, "category", PartSales.LAMPS);
    }
  }

  @Test
  void aRunIsRefusedAlike() {
    String id =
        Runs.started(
            Api.ANALYST,
            Runs.aRun(
                "cohorts", Map.of("currency", PartSales.CURRENCY, "customerKind", "enterprise")));

    JsonPath run = Runs.ended(Api.ANALYST, id);

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("problemCode")).isEqualTo("parameter-invalid");
    assertThat(run.getString("problemDetail")).contains("fewer than 10 customers");
  }

  @Test
  void aRunGivesTheBytesOfTheRequest() {
    Map<String, String> asked =
        Map.of(
            "currency",
            PartSales.CURRENCY,
            "channel",
            "phone,online",
            "customerKind",
            "individual");
    for (String analysis : List.of("rfm", "cohorts", "lifetime", "associations")) {
      String id = Runs.completed(Api.SALES, Runs.aRun(analysis, asked));
      Map<String, String> parameters =
          new HashMap<>(Runs.ended(Api.SALES, id).getMap("parameters"));

      String result = new String(Runs.result(Api.SALES, id), StandardCharsets.UTF_8);

      assertThat(result).isEqualTo(raw(Api.SALES, analysis, parameters));
      assertThat(new JsonPath(result).getLong("about.n")).as(analysis).isEqualTo(17);
    }
  }

  @Test
  void wordsThatAreNoneAreRefused() {
    Map.of("channel", "shop,", "customerKind", "robot")
        .forEach(
            (name, value) ->
                asked(Api.SALES, "statistics", Map.of(name, value))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(name)));
    asked(Api.SALES, "associations", Map.of("category", " "))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("category"));
  }

  private static void assertRefused(String role, String path, String name, String value) {
    JsonPath problem = asked(role, path, Map.of(name, value)).statusCode(400).extract().jsonPath();
    assertThat(problem.getString("code")).as(role + " " + path).isEqualTo("parameter-invalid");
    assertThat(problem.getString("errors[0].pointer")).as(role + " " + path).isEqualTo(name);
    assertThat(problem.getString("errors[0].detail")).contains("fewer than 10 customers");
  }

  private static JsonPath statistics(Map<String, String> parameters) {
    return new JsonPath(raw(Api.SALES, "statistics", parameters));
  }

  private static String raw(String role, String path, Map<String, String> parameters) {
    return asked(role, path, parameters).statusCode(200).extract().asString();
  }

  private static ValidatableResponse asked(
      String role, String path, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("currency", PartSales.CURRENCY);
    return Api.as(role).queryParams(all).get("/v1/analysis/" + path).then();
  }

  private static Map<String, Integer> leftOut(JsonPath answer) {
    Map<String, Integer> counts = new HashMap<>();
    answer
        .<Map<String, Object>>getList("about.leftOut")
        .forEach(it -> counts.put((String) it.get("code"), (Integer) it.get("count")));
    return counts;
  }
}
