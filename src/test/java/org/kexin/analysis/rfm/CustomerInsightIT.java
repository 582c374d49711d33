package org.kexin.analysis.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Regulars;
import org.kexin.testing.StandingResults;

/** What is said of one customer is what the lists of all say. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerInsightIT {

  private static final Regulars REGULARS = new Regulars("FJD");
  private static final Map<String, String> ASKED = Map.of("currency", REGULARS.currency());

  @Test
  void theSegmentOfOneIsThatInTheListForEveryCustomer() {
    List<String> customers = REGULARS.ids();
    StandingResults.of("rfm", ASKED);

    JsonPath list =
        Api.as(Api.SALES)
            .queryParams(ASKED)
            .queryParam("pageSize", 200)
            .get("/v1/analysis/rfm/scores")
            .jsonPath();

    for (String customer : customers) {
      Map<String, Object> row =
          list.getMap("items.find { it.customerId == '%s' }".formatted(customer));
      String score =
          "" + row.get("recencyScore") + row.get("frequencyScore") + row.get("monetaryScore");
      assertThat(insight(customer, "rfm-score").get("value")).isEqualTo(score);
      assertThat(insight(customer, "rfm-segment"))
          .containsEntry("value", row.get("segment"))
          .containsEntry("method", "RFM scores 1..5, 5 is best (R package rfm 0.3.0)");
    }
  }

  @Test
  void theOutlookOfOneIsThatInTheListOfAll() {
    List<String> customers = REGULARS.ids();
    StandingResults.of("lifetime", ASKED);

    JsonPath list =
        Api.as(Api.SALES)
            .queryParams(ASKED)
            .queryParam("pageSize", 200)
            .get("/v1/analysis/win-backs")
            .jsonPath();

    List<Map<String, Object>> rows = list.getList("items");
    assertThat(rows).isNotEmpty();
    for (Map<String, Object> row : rows) {
      String customer = String.valueOf(row.get("customerId"));
      assertThat(customers).contains(customer);
      assertThat(number(insight(customer, "active-probability").get("value")))
          .isCloseTo(number(row.get("activeProbability")), within(1e-4));
      assertThat(number(insight(customer, "lifetime-value").get("value")))
          .isCloseTo(number(row.get("lifetimeValue")), within(0.01));
      assertThat(number(insight(customer, "expected-purchases").get("value")))
          .isCloseTo(number(row.get("expectedPurchases")), within(0.006));
      double alive = number(row.get("activeProbability"));
      assertThat(insight(customer, "churn-tendency").get("value"))
          .isEqualTo(alive >= 0.7 ? "low" : alive >= 0.3 ? "medium" : "high");
    }
    assertThat(String.valueOf(insight(customers.getFirst(), "active-probability").get("reasons")))
        .contains("LAST_PURCHASE", "PURCHASE_DAYS");
  }

  @Test
  void ofWhoBoughtNothingItIsSaidWhyThereIsNothing() {
    REGULARS.ids();
    StandingResults.of("lifetime", ASKED);
    StandingResults.of("rfm", ASKED);
    String nobody = People.created(People.aPerson());

    for (String code : List.of("rfm-segment", "lifetime-value", "churn-tendency")) {
      Map<String, Object> insight = insight(nobody, code);
      assertThat(insight).doesNotContainKey("value");
      assertThat(String.valueOf(insight.get("reasons"))).contains("NO_PURCHASE");
    }
  }

  private static Map<String, Object> insight(String customer, String code) {
    return Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("insights.find { it.code == '%s' }".formatted(code));
  }

  private static double number(@Nullable Object value) {
    return Double.parseDouble(String.valueOf(value));
  }
}
