package org.kexin.analysis.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;

/**
 * Grades by a policy in a currency that no other test uses: SUPREME from 1,000, VIP from 500,
 * ADVANCED from two orders. Twelve individuals spent 100, 200 … 1,200 in one order each; the first
 * one bought twice. A thirteenth spent 5,000 and objects to profiling.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class GradingIT {

  private static final String CURRENCY = "HTG";
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC);
  private static final int CUSTOMERS = 12;
  private static final List<String> IDS = new ArrayList<>();
  private static String objecting = "";

  @BeforeEach
  void sales() {
    if (!IDS.isEmpty()) {
      return;
    }
    String product = Sales.product();
    for (int i = 1; i <= CUSTOMERS; i++) {
      String customer = Sales.customer("Graded " + i);
      Sales.order(customer, product, CURRENCY, day.minusDays(60L - i), 2 * i);
      if (i == 1) {
        Sales.order(customer, product, CURRENCY, day.minusDays(10), 1);
      }
      IDS.add(customer);
    }
    objecting = Sales.customer("Ungraded");
    Sales.order(objecting, product, CURRENCY, day.minusDays(20), 100);
    PrivacyCalls.answer(PrivacyCalls.identified(objecting, "OBJECTION_PROFILING")).statusCode(200);
    Api.writing(Api.DATA_STEWARD)
        .body(policy(grades("1000", "500", "2")))
        .post("/v1/grading-policies")
        .then()
        .statusCode(201);
  }

  private static Map<String, Object> policy(List<Map<String, Object>> grades) {
    return Map.of(
        "kind",
        "INDIVIDUAL",
        "terms",
        Map.of("months", 12, "currency", CURRENCY, "weights", List.of(), "grades", grades));
  }

  private static List<Map<String, Object>> grades(String supreme, String vip, String orders) {
    return List.of(
        grade("SUPREME", "REVENUE", supreme),
        grade("VIP", "REVENUE", vip),
        grade("ADVANCED", "ORDERS", orders));
  }

  private static Map<String, Object> grade(String grade, String fact, String atLeast) {
    return Map.of(
        "grade",
        grade,
        "minimumScore",
        0,
        "conditions",
        List.of(Map.of("fact", fact, "atLeast", atLeast)));
  }

  private static JsonPath individuals(JsonPath answer) {
    answer.setRootPath("kinds.find { it.kind == 'INDIVIDUAL' }");
    return answer;
  }

  private JsonPath spread(String role) {
    return individuals(
        Api.as(role)
            .queryParam("referenceDate", day.toString())
            .get("/v1/analysis/grades")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath());
  }

  private static long of(JsonPath spread, String grade) {
    return spread.getLong("grades.find { it.grade == '" + grade + "' }.customers");
  }

  @Test
  void gradesAreThoseOfTheRules() {
    JsonPath spread = spread(Api.SALES);
    assertThat(spread.getString("about.currency")).isEqualTo(CURRENCY);
    // 1,000 to 1,200; 500 to 900; the one with two orders
    assertThat(of(spread, "SUPREME")).isEqualTo(3);
    assertThat(of(spread, "VIP")).isEqualTo(5);
    assertThat(of(spread, "ADVANCED")).isEqualTo(1);
    assertThat(spread.getLong("grades.customers.sum()")).isEqualTo(spread.getLong("customers"));
    assertThat(spread.getList("fairness.attribute", String.class))
        .containsExactly("AGE", "GENDER", "SOURCE");
  }

  @Test
  void whoObjectsHasNoGradeInTheSpreadNorAsAnInsight() {
    // SUPREME would be four otherwise.
    assertThat(of(spread(Api.SALES), "SUPREME")).isEqualTo(3);
    Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", objecting)
        .then()
        .statusCode(200)
        .body("withheld", equalTo("NO_PROFILING"))
        .body("insights", nullValue());
  }

  /** The fifth one spent 500 in one order. */
  @Test
  void anInsightSaysEachConditionThatWasMetOrMissed() {
    String found = "insights.find { it.code == 'grade' }";
    JsonPath insights = insights(IDS.get(4));
    Instant deadline = Instant.now().plusSeconds(90);
    // The service computes the scores of all anew by itself.
    while (insights.getString(found + ".value") == null && Instant.now().isBefore(deadline)) {
      insights = insights(IDS.get(4));
    }
    assertThat(insights.getString(found + ".value")).isEqualTo("VIP");
    assertThat(insights.getList(found + ".reasons.code", String.class))
        .containsExactly("VIP_REVENUE_MET", "SUPREME_REVENUE_MISSED");
    assertThat(insights.getString(found + ".reasons[1].detail"))
        .isEqualTo("SUPREME asks for REVENUE of 1000 or more; it is 500.00.");
    assertThat(insights.getString(found + ".parameters.currency")).isEqualTo(CURRENCY);
    assertThat(insights(IDS.getFirst()).getString(found + ".value")).isEqualTo("ADVANCED");
    assertThat(insights(IDS.get(1)).getString(found + ".value")).isEqualTo("ORDINARY");
  }

  private static JsonPath insights(String customer) {
    return Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void anAnalystSeesNoSmallGradeAndChoosesNoDay() {
    Api.as(Api.ANALYST)
        .queryParam("referenceDate", day.toString())
        .get("/v1/analysis/grades")
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"));
    JsonPath spread =
        individuals(
            Api.as(Api.ANALYST)
                .get("/v1/analysis/grades")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
    assertThat(spread.getList("grades.customers", Integer.class))
        .allMatch(it -> it == null || it == 0 || it >= 10);
    assertThat(spread.getList("fairness")).isEmpty();
    assertThat(spread.getString("scoreBounds")).isNull();
  }

  @Test
  void aPolicyThatContradictsItselfIsRefusedAndSaysWhere() {
    Api.writing(Api.DATA_STEWARD)
        .body(policy(grades("500", "500", "2")))
        .post("/v1/grading-policies")
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("grade-unreachable"))
        .body("errors.pointer", hasItem("/terms/grades/1"));
    Api.writing(Api.DATA_STEWARD)
        .body(
            Map.of(
                "kind",
                "INDIVIDUAL",
                "terms",
                Map.of(
                    "months",
                    12,
                    "weights",
                    List.of(),
                    "grades",
                    List.of(grade("VIP", "GENDER", "1")))))
        .post("/v1/grading-policies")
        .then()
        .statusCode(400);
  }

  @Test
  void aPreviewSaysHowGradesWouldSpread() {
    Api.as(Api.DATA_STEWARD)
        .contentType("application/json")
        .body(policy(grades("100000", "50000", "2000")))
        .post("/v1/grading-policies/previews")
        .then()
        .statusCode(200)
        .body("about.parameters.policy", equalTo("preview"))
        .body("grades.find { it.grade == 'SUPREME' }.customers", equalTo(0));
  }

  @Test
  void everyVersionIsListedTheLastFirst() {
    Api.as(Api.ANALYST)
        .get("/v1/grading-policies")
        .then()
        .statusCode(200)
        .body("items.findAll { it.number == 1 }", hasSize(2))
        .body("items[0].kind", equalTo("INDIVIDUAL"));
  }

  @Test
  void theSpreadIsDrawn() {
    Api.as(Api.SALES)
        .header("Accept", "image/svg+xml")
        .header("Accept-Language", "zh-CN")
        .get("/v1/analysis/grades")
        .then()
        .statusCode(200)
        .contentType(containsString("image/svg+xml"))
        .body(containsString("各等级的客户数"));
  }
}
