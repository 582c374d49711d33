package org.kexin.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Runs;

/**
 * Distributions over customers of whom those of an occupation that no other test knows bought in a
 * currency of their own: twelve carvers, who spent 100, 200 … 1,200 in one order each, and three
 * gilders with two orders of 50 each. Of the carvers eleven are women of the middle income, the
 * last is a man of high income.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DistributionIT {

  private static final String CURRENCY = "GYD";
  private static final String CARVER = "jade carver";
  private static final String GILDER = "gilder of frames";
  private static final int CARVERS = 12;
  private static final int GILDERS = 3;
  private static final List<String> IDS = new ArrayList<>();

  @BeforeEach
  void customers() {
    if (!IDS.isEmpty()) {
      return;
    }
    String product = Sales.product();
    for (int i = 1; i <= CARVERS; i++) {
      boolean last = i == CARVERS;
      String id = person(last ? "MALE" : "FEMALE", CARVER, last ? "HIGH" : "MIDDLE", 1950 + i);
      IDS.add(id);
      Sales.order(id, product, CURRENCY, LocalDate.of(2024, 5, i), 2 * i);
    }
    for (int i = 0; i < GILDERS; i++) {
      String id = person("FEMALE", GILDER, "LOW", 1990);
      IDS.add(id);
      Sales.order(id, product, CURRENCY, LocalDate.of(2024, 6, 1), 1);
      Sales.order(id, product, CURRENCY, LocalDate.of(2024, 6, 2), 1);
    }
  }

  private static String person(String gender, String occupation, String income, int year) {
    return People.created(
        People.with(
            People.aPerson(),
            "individual",
            Map.of(
                "gender",
                gender,
                "birthDate",
                year + "-03-01",
                "occupation",
                occupation,
                "incomeBand",
                income)));
  }

  private static JsonPath distribution(String role, String attribute) {
    return Api.as(role)
        .queryParam("attribute", attribute)
        .queryParam("currency", CURRENCY)
        .get("/v1/analysis/distributions")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String group(String value) {
    return "groups.find { it.group.value == '" + value + "' }";
  }

  @Test
  void aGroupSaysWhoIsInItAndWhatTheyBuy() {
    JsonPath found = distribution(Api.SALES, "occupation");
    assertThat(found.getLong(group(CARVER) + ".customers")).isEqualTo(CARVERS);
    assertThat(found.getLong(group(CARVER) + ".buyers")).isEqualTo(CARVERS);
    assertThat(found.getLong(group(CARVER) + ".orders")).isEqualTo(CARVERS);
    assertThat(found.getString(group(CARVER) + ".revenue")).isEqualTo("7800.00");
    assertThat(found.getString(group(CARVER) + ".averageOrderValue")).isEqualTo("650.00");
    assertThat(found.getLong(group(GILDER) + ".customers")).isEqualTo(GILDERS);
    assertThat(found.getLong(group(GILDER) + ".orders")).isEqualTo(2 * GILDERS);
    assertThat(found.getString(group(GILDER) + ".revenue")).isEqualTo("300.00");
    assertThat(found.getString(group(GILDER) + ".averageOrderValue")).isEqualTo("50.00");
    double share = found.getDouble(group(GILDER) + ".share");
    assertThat(share * found.getLong("customers")).isCloseTo(GILDERS, within(1e-6));
  }

  @Test
  void agesAreCountedByTheYearInTheirOrder() {
    JsonPath found = distribution(Api.SALES, "age-band");
    List<String> bands =
        found.getList("groups.findAll { it.group.meaning == 'VALUE' }.group.value");
    assertThat(bands).isSubsetOf(AgeBand.LABELS);
    assertThat(bands).isSortedAccordingTo(Comparator.comparing(AgeBand.LABELS::indexOf));
    // Gilders are of 1990; carvers of 1951 to 1962 spent 100 to 1,200.
    int year = Integer.parseInt(found.getString("about.parameters.ageInYear"));
    String gilders = String.valueOf(AgeBand.of(1990, year));
    assertThat(found.getString(group(gilders) + ".revenue")).isEqualTo("300.00");
  }

  @Test
  void aQuantityComesInFiguresAndBins() {
    Api.as(Api.SALES)
        .queryParam("attribute", "revenue-per-customer")
        .queryParam("currency", CURRENCY)
        .get("/v1/analysis/distributions")
        .then()
        .statusCode(200)
        .body("customers", equalTo(CARVERS + GILDERS))
        .body("numbers.n", equalTo(CARVERS + GILDERS))
        // (7,800 + 300) / 15
        .body("numbers.mean", equalTo(540.0f))
        .body("numbers.min", equalTo(100.0f))
        .body("numbers.max", equalTo(1200.0f))
        .body("numbers.median", equalTo(500.0f))
        // 100 to below 200: one carver and three gilders
        .body("numbers.bins[0].from", equalTo(100.0f))
        .body("numbers.bins[0].values", equalTo(4))
        .body("numbers.bins.values.sum()", equalTo(CARVERS + GILDERS));
  }

  @Test
  void ordersAreCountedWithTheCustomersBehindThem() {
    JsonPath found = distribution(Api.SALES, "order-amount");
    assertThat(found.getLong("numbers.n")).isEqualTo(CARVERS + 2 * GILDERS);
    assertThat(found.getDouble("numbers.bins[0].from")).isEqualTo(50);
    assertThat(found.getLong("numbers.bins[0].values")).isEqualTo(2 * GILDERS);
    assertThat(found.getLong("numbers.bins[0].customers")).isEqualTo(GILDERS);
  }

  @Test
  void anAnalystSeesSmallGroupsAmongTheOthersAndNoEnds() {
    JsonPath found = distribution(Api.ANALYST, "occupation");
    assertThat(found.getList("groups.group.value", String.class)).doesNotContain(GILDER);
    assertThat(found.getList("groups.customers", Integer.class)).allMatch(it -> it >= 10);
    JsonPath amounts = distribution(Api.ANALYST, "revenue-per-customer");
    assertThat(amounts.getString("numbers.min")).isNull();
    assertThat(amounts.getString("numbers.max")).isNull();
    assertThat(amounts.getString("numbers.median")).isNull();
    assertThat(amounts.getDouble("numbers.mean")).isEqualTo(540);
    assertThat(amounts.getList("numbers.bins.customers", Integer.class))
        .allMatch(it -> it == null || it == 0 || it >= 10);
  }

  @Test
  void anAnalystCannotSubtractPeriodsOrReturns() {
    for (Map<String, String> narrower :
        List.of(Map.of("to", "2024-05-31"), Map.of("returns", "deducted"))) {
      Api.as(Api.ANALYST)
          .queryParam("attribute", "gender")
          .queryParam("currency", CURRENCY)
          .queryParams(narrower)
          .get("/v1/analysis/distributions")
          .then()
          .statusCode(400)
          .body("code", equalTo("parameter-invalid"));
    }
  }

  @Test
  void aCrossTabCountsPairsAndTestsThem() {
    JsonPath found =
        Api.as(Api.SALES)
            .queryParam("rows", "occupation")
            .queryParam("columns", "income-band")
            .get("/v1/analysis/cross-tabs")
            .then()
            .statusCode(200)
            .body("association.zeroCells", greaterThan(0))
            .body("association.warnings", hasItem("ZERO_CELLS"))
            .body("reason", nullValue())
            .extract()
            .jsonPath();
    assertThat(found.getLong("rows.find { it.group.value == '" + CARVER + "' }.customers"))
        .isEqualTo(CARVERS);
    assertThat(cell(found, CARVER, "MIDDLE")).isEqualTo(11);
    assertThat(cell(found, CARVER, "HIGH")).isEqualTo(1);
    assertThat(cell(found, CARVER, "LOW")).isZero();
    assertThat(cell(found, GILDER, "LOW")).isEqualTo(GILDERS);
  }

  /** The customers of a row in the column of an income. */
  private static int cell(JsonPath found, String row, String column) {
    List<String> columns = found.getList("columns.group.value");
    return found.getInt(
        "rows.find { it.group.value == '%s' }.cells[%d].customers"
            .formatted(row, columns.indexOf(column)));
  }

  @Test
  void anAnalystGetsNoCellThatCouldBeComputed() {
    JsonPath found =
        Api.as(Api.ANALYST)
            .queryParam("rows", "income-band")
            .queryParam("columns", "gender")
            .get("/v1/analysis/cross-tabs")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<List<Integer>> cells = found.getList("rows.cells.customers");
    assertThat(cells).isNotEmpty();
    for (List<Integer> row : cells) {
      assertThat(row).allMatch(it -> it == null || it == 0 || it >= 10);
      assertThat(row.stream().filter(it -> it == null).count()).isNotEqualTo(1);
    }
  }

  @Test
  void theSameAttributeTwiceIsRefusedAndAnUnknownOneToo() {
    Api.as(Api.SALES)
        .queryParam("rows", "gender")
        .queryParam("columns", "gender")
        .get("/v1/analysis/cross-tabs")
        .then()
        .statusCode(400);
    Api.as(Api.SALES)
        .queryParam("attribute", "religion")
        .get("/v1/analysis/distributions")
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"));
  }

  @Test
  void bothAreDrawn() {
    Api.as(Api.SALES)
        .header("Accept", "image/svg+xml")
        .header("Accept-Language", "zh-CN")
        .queryParam("attribute", "gender")
        .get("/v1/analysis/distributions")
        .then()
        .statusCode(200)
        .contentType(containsString("image/svg+xml"))
        .body(containsString("按性别的客户分布"));
    Api.as(Api.SALES)
        .header("Accept", "image/svg+xml")
        .header("Accept-Language", "zh-CN")
        .queryParam("rows", "gender")
        .queryParam("columns", "age-band")
        .get("/v1/analysis/cross-tabs")
        .then()
        .statusCode(200)
        .body(containsString("性别与年龄段的交叉分布"));
  }

  @Test
  void aRunAnswersWithTheSameBytes() {
    // An answer of its own moment, since other tests make customers meanwhile.
    String asOf = distribution(Api.SALES, "occupation").getString("about.asOf");
    Map<String, String> asked =
        Map.of("attribute", "occupation", "currency", CURRENCY, "asOf", asOf);
    byte[] direct =
        Api.as(Api.SALES)
            .queryParams(asked)
            .get("/v1/analysis/distributions")
            .then()
            .statusCode(200)
            .body("about.parameters", hasEntry("attribute", "OCCUPATION"))
            .extract()
            .asByteArray();
    String run = Runs.completed(Api.SALES, Runs.aRun("distributions", asked));
    assertThat(Runs.result(Api.SALES, run)).isEqualTo(direct);
    Api.as(Api.SALES)
        .queryParams(asked)
        .get("/v1/analysis/distributions")
        .then()
        .body("groups.findAll { it.group.value == '" + CARVER + "' }", hasSize(1));
  }
}
