package org.kexin.analysis.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/**
 * Fourteen customers buy on 2024-01-10, three of them again on 2024-02-10; twelve others buy on
 * 2024-02-10 and again on 2024-03-10. Each order is worth 50.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CohortIT {

  private static final String CURRENCY = "SZL";
  private static final String COHORTS = "/v1/analysis/cohorts";
  private static final String ECONOMICS = "/v1/analysis/retention-economics";
  private static boolean sold;

  @BeforeEach
  void sales() {
    if (sold) {
      return;
    }
    String product = Sales.product();
    List<String> first = customers("January", 14);
    List<String> second = customers("February", 12);
    first.forEach(customer -> order(customer, product, 1));
    first.subList(0, 3).forEach(customer -> order(customer, product, 2));
    second.forEach(customer -> order(customer, product, 2));
    second.forEach(customer -> order(customer, product, 3));
    sold = true;
  }

  private static List<String> customers(String name, int count) {
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(Sales.customer(name + " buyer"));
    }
    return customers;
  }

  private static void order(String customer, String product, int month) {
    Sales.order(customer, product, CURRENCY, LocalDate.of(2024, month, 10), 1);
  }

  private static ValidatableResponse asked(String role, String path, String... parameters) {
    var request = Api.as(role).queryParam("currency", CURRENCY);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get(path).then();
  }

  @Test
  void cohortsCountWhoCameBackInEachMonth() {
    asked(Api.SALES, COHORTS, "from", "2024-01-01", "to", "2024-03-31")
        .statusCode(200)
        .body("about.currency", equalTo(CURRENCY))
        .body("about.n", equalTo(41))
        .body("cohorts.month", contains("2024-01", "2024-02", "2024-03"))
        .body("cohorts.size", contains(14, 12, 0))
        .body("cohorts.complete", everyItem(equalTo(true)))
        .body("cohorts[0].revenue", equalTo("850.00"))
        .body("cohorts[0].months.customers", contains(14, 3, 0))
        .body("cohorts[0].months.revenue", contains("700.00", "150.00", "0.00"))
        .body("cohorts[0].months[1].retention", equalTo((float) (3.0 / 14)))
        .body("cohorts[1].months.retention", contains(1.0f, 1.0f))
        .body("cohorts[2].months[0].retention", nullValue())
        .body("earlierCohorts", equalTo(0))
        .body("reason", nullValue());
  }

  @Test
  void aMonthThatWasNotSeenWholeIsFlagged() {
    asked(Api.SALES, COHORTS, "to", "2024-03-15")
        .statusCode(200)
        .body("cohorts.complete", contains(false, true, false))
        .body("cohorts[1].months.complete", contains(true, false));
  }

  @Test
  void onlyTheLatestCohortsAreGivenAndTheOthersCounted() {
    asked(Api.SALES, COHORTS, "cohorts", "2")
        .statusCode(200)
        .body("cohorts.month", contains("2024-02", "2024-03"))
        .body("earlierCohorts", equalTo(1));
  }

  /** The three who came back could be told from all customers of February less the new ones. */
  @Test
  void anAnalystSeesNoSmallCellNorOneThatTheOthersTell() {
    asked(Api.ANALYST, COHORTS)
        .statusCode(200)
        .body("cohorts[0].size", equalTo(14))
        .body("cohorts[0].months[0].customers", equalTo(14))
        .body("cohorts[0].months[1].customers", nullValue())
        .body("cohorts[0].months[1].retention", nullValue())
        .body("cohorts[0].months[1].revenue", nullValue())
        .body("cohorts[0].revenue", nullValue())
        .body("cohorts[1].size", nullValue())
        .body("cohorts[1].months.customers", everyItem(nullValue()))
        .body("cohorts[1].months.retention", everyItem(nullValue()))
        .body("reason", containsString("10"));
  }

  @Test
  void anAnalystChoosesNoPeriodAndNoReturnsToSubtract() {
    for (String path : List.of(COHORTS, ECONOMICS)) {
      asked(Api.ANALYST, path, "marginPercent", "40", "from", "2024-02-01").statusCode(400);
      asked(Api.ANALYST, path, "marginPercent", "40", "to", "2024-02-29").statusCode(400);
      asked(Api.ANALYST, path, "marginPercent", "40", "returns", "deducted").statusCode(400);
    }
    asked(Api.ANALYST, ECONOMICS, "marginPercent", "40", "months", "3").statusCode(400);
  }

  @Test
  void aRunHasTheBytesOfTheRequest() {
    String id =
        Runs.completed(
            Api.ANALYST, Runs.aRun("cohorts", Map.of("currency", CURRENCY, "cohorts", "5")));
    Map<String, String> parameters = Runs.ended(Api.ANALYST, id).getMap("parameters");

    byte[] asked = Api.as(Api.ANALYST).queryParams(parameters).get(COHORTS).asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));
  }

  @Test
  void retentionCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("currency", CURRENCY)
            .get(COHORTS)
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();

    assertThat(svg).startsWith("<svg ").contains("各同期群留存率", "2024-02", "21%").endsWith("</svg>");
  }

  /**
   * Fifteen of the 29 who bought in January or February did in the month after as well. A retained
   * customer brings 40 % of 50; with r = 15/29 and the discount d, twelve periods are the sum of
   * (r/(1+d))^t.
   */
  @Test
  void moreRetentionEarnsTheDifferenceOfTwoGeometricSums() {
    asked(
            Api.SALES,
            ECONOMICS,
            "from",
            "2024-01-01",
            "to",
            "2024-03-31",
            "marginPercent",
            "40",
            "acquisitionCost",
            "130")
        .statusCode(200)
        .body("now.retentionRate", equalTo((float) (15.0 / 29)))
        .body("raised.retentionRate", equalTo((float) (15.0 / 29 + .05)))
        .body("marginPerRetainedCustomer", equalTo("20.0000"))
        .body("now.periods", equalTo((float) sum(15.0 / 29)))
        .body("raised.periods", equalTo((float) sum(15.0 / 29 + .05)))
        .body("customers", equalTo(12))
        .body("costPerNewCustomer", equalTo("15.0000"))
        .body("acquisitions.newCustomers", contains(14, 12, 0))
        .body("steps.code", hasItem("GAIN"))
        .body("steps.sentence", hasItem(containsString("51.72 %")))
        .body("gain", notNullValue())
        .body("about.parameters.rise", equalTo("0.05"));
  }

  private static double sum(double rate) {
    double sum = 0;
    for (int t = 1; t <= 12; t++) {
      sum += Math.pow(rate / 1.01, t);
    }
    return sum;
  }

  @Test
  void economicsAskForAMarginAndKnowNoCostByThemselves() {
    asked(Api.SALES, ECONOMICS).statusCode(400).body("detail", containsString("marginPercent"));
    asked(Api.SALES, ECONOMICS, "marginPercent", "140").statusCode(400);
    asked(Api.SALES, ECONOMICS, "marginPercent", "40")
        .statusCode(200)
        .body("costPerNewCustomer", nullValue())
        .body("missing.code", hasItem("NO_KNOWN_COST"));
  }

  @Test
  void anAnalystSeesNoNewCustomersOfACohortThatIsHeldBack() {
    asked(Api.ANALYST, ECONOMICS, "marginPercent", "40")
        .statusCode(200)
        .body("acquisitions", hasSize(3))
        .body("acquisitions[1].newCustomers", nullValue())
        .body("missing.code", hasItem("SMALL_GROUP"));
  }
}
