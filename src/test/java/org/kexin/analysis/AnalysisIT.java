package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;

/**
 * Analyses over twelve customers who spent 100, 200 … 1,200 in a currency that no other test uses,
 * one order each, one a day from 2024-03-01; the last one also returned goods worth 50.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AnalysisIT {

  private static final String CURRENCY = "XPF";
  private static final int CUSTOMERS = 12;
  private static final List<String> IDS = new ArrayList<>();

  @BeforeEach
  void sales() {
    if (!IDS.isEmpty()) {
      return;
    }
    String product = Sales.product();
    for (int i = 1; i <= CUSTOMERS; i++) {
      String customer = Sales.customer("Buyer " + i);
      IDS.add(customer);
      Consents.record(customer, Consents.given("PROFILING"));
      String order = Sales.order(customer, product, CURRENCY, day(i), 2 * i);
      if (i == CUSTOMERS) {
        Sales.giveBack(order, customer, product, CURRENCY, day(i));
      }
    }
  }

  private static LocalDate day(int number) {
    return LocalDate.of(2024, 3, number);
  }

  @Test
  void statisticsAddUpAndSayWhatWasLeftOut() {
    Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .get("/v1/analysis/statistics")
        .then()
        .statusCode(200)
        .body("about.currency", equalTo(CURRENCY))
        .body("about.n", equalTo(CUSTOMERS))
        .body("about.parameters", hasEntry("returns", "EXCLUDED"))
        .body("about.leftOut.code", hasItem("RETURNS"))
        .body("totals.orders", equalTo(CUSTOMERS))
        .body("totals.revenue", equalTo("7800.00"))
        .body("totals.averageOrderValue", equalTo("650.0000"))
        .body("topCustomers", hasSize(10))
        .body("topCustomers[0].customerId", equalTo(IDS.getLast()))
        .body("topCustomers[0].revenue", equalTo("1200.00"))
        .body("months.month", contains("2024-03"))
        .body("months[0].complete", equalTo(false));
  }

  /** Of 1, 2 … n the Gini coefficient is (n − 1) / (3 n). */
  @Test
  void concentrationIsThatOfTheTotals() {
    double gini =
        Api.as(Api.SALES)
            .queryParam("currency", CURRENCY)
            .get("/v1/analysis/statistics")
            .then()
            .extract()
            .jsonPath()
            .getDouble("concentration.gini");
    assertThat(gini).isCloseTo(11.0 / 36, within(1e-6));
  }

  @Test
  void returnsAreDeductedWhenAskedFor() {
    Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .queryParam("returns", "deducted")
        .get("/v1/analysis/statistics")
        .then()
        .statusCode(200)
        .body("totals.orders", equalTo(CUSTOMERS))
        .body("totals.returns", equalTo(1))
        .body("totals.revenue", equalTo("7750.00"));
  }

  @Test
  void aPeriodIsHonoured() {
    Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .queryParam("from", "2024-03-02")
        .queryParam("to", "2024-03-04")
        .get("/v1/analysis/statistics")
        .then()
        .statusCode(200)
        .body("totals.orders", equalTo(3))
        .body("totals.revenue", equalTo("900.00"));
  }

  @Test
  void anAnalystSeesNoIndividualsAndNoSmallGroups() {
    Api.as(Api.ANALYST)
        .queryParam("currency", CURRENCY)
        .get("/v1/analysis/statistics")
        .then()
        .statusCode(200)
        .body("topCustomers", nullValue())
        .body("totals.revenue", equalTo("7800.00"))
        .body("months[0].revenue", equalTo("7800.00"))
        .body("concentration.customers", equalTo(CUSTOMERS))
        .body("concentration.abc.customers", everyItem(nullValue()))
        .body("concentration.topShares.share", everyItem(nullValue()))
        .body("concentration.lorenz", hasSize(0))
        .body("about.leftOut.find { it.code == 'RETURNS' }", not(hasKey("count")))
        .body("about.parameters", hasEntry("smallestGroup", "10"));
  }

  @Test
  void rfmStatesItsDefinitionAndScoresEverybody() {
    Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .queryParam("referenceDate", "2024-03-31")
        .get("/v1/analysis/rfm")
        .then()
        .statusCode(200)
        .body("definition", equalTo(AnalysisViews.RFM_DEFINITION))
        .body("customers", equalTo(CUSTOMERS))
        .body("about.parameters", hasEntry("referenceDate", "2024-03-31"))
        .body("unreachableSegments", contains("New", "Promising", "Can't Lose"));
  }

  @Test
  void scoresArePagedAndNameTheCustomers() {
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      var request =
          Api.as(Api.SALES)
              .queryParam("currency", CURRENCY)
              .queryParam("referenceDate", "2024-03-31")
              .queryParam("pageSize", 5);
      if (token != null) {
        request.queryParam("pageToken", token);
      }
      var page = request.get("/v1/analysis/rfm/scores").then().statusCode(200).extract();
      seen.addAll(page.path("items.customerId"));
      token = page.path("nextPageToken");
    } while (token != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(IDS);

    Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .queryParam("referenceDate", "2024-03-31")
        .queryParam("customerId", IDS.getFirst())
        .get("/v1/analysis/rfm/scores")
        .then()
        .body("items", hasSize(1))
        .body("items[0].recencyDays", equalTo(30))
        .body("items[0].orders", equalTo(1))
        .body("items[0].amount", equalTo("100.00"));
  }

  @Test
  void oneCustomersScoreIsOneAccessToThatCustomer() {
    String customer = IDS.get(1);
    Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .queryParam("customerId", customer)
        .get("/v1/analysis/rfm/scores")
        .then()
        .statusCode(200);
    Api.as(Api.PRIVACY_OFFICER)
        .get("/v1/customers/{id}/accesses", customer)
        .then()
        .statusCode(200)
        // Records of changes come by way of the outbox, before or after.
        .body("items.find { it.operation == 'listRfmScores' }.purpose", equalTo("sales"))
        .body("items.find { it.operation == 'listRfmScores' }.disclosed", contains("rfm"));
  }

  @Test
  void forMarketingNobodyIsNamedWhoDoesNotAgreeToProfiling() {
    String customer = IDS.get(CUSTOMERS - 2);
    Consents.record(customer, Consents.withdrawn("PROFILING"));
    try {
      var scores = scores(Api.MARKETING, null);
      assertThat(scores.getList("items.customerId", String.class))
          .hasSize(CUSTOMERS - 1)
          .doesNotContain(customer);
      assertThat(leftOut(scores)).isEqualTo(1);

      assertThat(scores(Api.MARKETING, customer).getList("items")).isEmpty();
      assertThat(leftOut(scores(Api.MARKETING, customer))).isEqualTo(1);
      var statistics =
          Api.as(Api.MARKETING)
              .queryParam("currency", CURRENCY)
              .get("/v1/analysis/statistics")
              .jsonPath();
      assertThat(statistics.getString("totals.revenue")).isEqualTo("7800.00");
      assertThat(statistics.getList("topCustomers.customerId", String.class))
          .hasSize(9)
          .startsWith(IDS.getLast())
          .doesNotContain(customer);
      assertThat(statistics.getList("topCustomers.rank", Integer.class)).startsWith(1, 3);
      assertThat(leftOut(statistics)).isEqualTo(1);

      // Another purpose has another ground.
      var forSales = scores(Api.SALES, null);
      assertThat(forSales.getList("items.customerId", String.class)).contains(customer);
      assertThat(leftOut(forSales)).isZero();
    } finally {
      Consents.record(customer, Consents.given("PROFILING"));
    }
    assertThat(scores(Api.MARKETING, customer).getList("items.customerId", String.class))
        .containsExactly(customer);
  }

  @Test
  void aPageThatLeavesSomebodyOutGoesOnBehindThem() {
    String customer = IDS.getFirst();
    Consents.record(customer, Consents.withdrawn("PROFILING"));
    try {
      List<String> seen = new ArrayList<>();
      int leftOut = 0;
      String token = null;
      do {
        var request = Api.as(Api.MARKETING).queryParam("currency", CURRENCY);
        if (token != null) {
          request.queryParam("pageToken", token);
        }
        var page = request.queryParam("pageSize", 4).get("/v1/analysis/rfm/scores").jsonPath();
        seen.addAll(page.getList("items.customerId", String.class));
        leftOut += leftOut(page);
        token = page.getString("nextPageToken");
      } while (token != null);

      assertThat(seen).doesNotHaveDuplicates().hasSize(CUSTOMERS - 1).doesNotContain(customer);
      assertThat(leftOut).isEqualTo(1);
    } finally {
      Consents.record(customer, Consents.given("PROFILING"));
    }
  }

  @Test
  void parametersThatCannotBeAreRefused() {
    Map.of(
            "currency", "ABC",
            "returns", "maybe",
            "topCustomers", "101",
            "from", "2024-13-01")
        .forEach(
            (name, value) ->
                Api.as(Api.SALES)
                    .queryParam(name, value)
                    .get("/v1/analysis/statistics")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("parameter-invalid")));
    Api.as(Api.SALES)
        .queryParam("from", "2024-03-02")
        .queryParam("to", "2024-03-01")
        .get("/v1/analysis/statistics")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("from"));
  }

  private static JsonPath scores(String role, @Nullable String customer) {
    var request = Api.as(role).queryParam("currency", CURRENCY);
    if (customer != null) {
      request.queryParam("customerId", customer);
    }
    return request.get("/v1/analysis/rfm/scores").then().statusCode(200).extract().jsonPath();
  }

  /** How many customers the answer says it does not name for want of consent. */
  private static int leftOut(JsonPath answer) {
    Integer count = answer.get("about.leftOut.find { it.code == 'NO_PROFILING_CONSENT' }?.count");
    return count == null ? 0 : count;
  }
}
