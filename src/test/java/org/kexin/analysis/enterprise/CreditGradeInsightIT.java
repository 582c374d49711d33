package org.kexin.analysis.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Statements;

/** What is derived of an enterprise's statements: of figures by hand, and shown to whom. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CreditGradeInsightIT {

  private static final String INSIGHTS = "/v1/customers/{id}/insights";
  private static final String REASON = "Credit limit is up for decision, request 4711.";
  private static final String[] MASKED = {"insights.credit-grade", "insights.enterprise-strength"};

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final String requestId = "test-" + People.anId();

  /**
   * Means with the balances of 2024: inventory 75, receivables 75, assets 750, equity 500. 1,000
   * were paid 10 days late and 3,000 in time: 2.5 days. USD 9,000 are overdue for 30 days and
   * another currency's matter.
   */
  @Test
  void everyRatioIsThatOfTheStatementsAndThePayments() {
    String customer = Statements.anEnterpriseWithOne();
    Map<String, Object> before = new LinkedHashMap<>(Statements.figures());
    before.putAll(
        Map.of("inventory", "50", "receivables", "50", "totalAssets", "500", "equity", "250"));
    Statements.kept(customer, "2024-12-31", 12, Statements.of(before));
    pay(due(customer, "CNY", "1000"), "1000", today.minusDays(20));
    pay(due(customer, "CNY", "3000"), "3000", today.minusDays(35));
    due(customer, "USD", "9000");

    ValidatableResponse answer = unmask(SALES, customer).statusCode(200).body("masked", empty());

    answer
        .body(member("credit-grade", "value"), equalTo("AAA"))
        .body(member("credit-grade", "parameters.policy"), equalTo("credit-standard/1"))
        .body(member("credit-grade", "parameters.periodEnd"), equalTo("2025-12-31"))
        .body(member("credit-grade", "parameters.openingPeriodEnd"), equalTo("2024-12-31"))
        .body(member("credit-grade", "parameters.dueOrders"), equalTo("2"))
        .body(member("credit-grade", "parameters.basis"), equalTo("AUDITED"))
        .body(member("credit-grade", "version"), equalTo("1"))
        .body(
            reason("credit-grade", "DAYS_BEYOND_TERMS"),
            equalTo(
                "sum of amount x days late / sum of amounts is 2.500 and earns 100 of 100 points."
                    + " Weight 20; 100 points at first, 70 from 5, 40 from 15, 0 from 30."))
        .body(
            reason("credit-grade", "CURRENT"),
            equalTo(
                "current assets / current liabilities is 2.000 and earns 100 of 100 points."
                    + " Weight 10; 0 points at first, 40 from 1, 70 from 1.5, 100 from 2."))
        .body(reason("credit-grade", "INVENTORY_TURNOVER"), containsString(" is 10.00 "))
        .body(reason("credit-grade", "RECEIVABLE_TURNOVER"), containsString(" is 20.00 "))
        .body(reason("credit-grade", "ASSET_TURNOVER"), containsString(" is 2.000 "))
        .body(reason("credit-grade", "RETURN_ON_ASSETS"), containsString(" is 0.2000 "))
        .body(reason("credit-grade", "RETURN_ON_EQUITY"), containsString(" is 0.3000 "))
        .body(member("credit-grade", "reasons[0].code"), equalTo("DAYS_BEYOND_TERMS"))
        .body(member("enterprise-strength", "value"), equalTo("100.0"))
        .body(member("enterprise-strength", "unit"), equalTo("of 0 to 100"))
        .body(
            member("enterprise-strength", "reasons.code"),
            contains("SOLVENCY", "OPERATION", "PROFITABILITY", "PAYMENT"));
  }

  /**
   * Known weights 80 of 100: CURRENT 1.2 earns 40 (weight 10), all others 100; no order was to be
   * paid. Solvency (10 x 40 + 30 x 100) / 40 = 85; score (400 + 7,000) / 80 = 92.5.
   */
  @Test
  void whatIsNotKnownDoesNotCountAndIsSaid() {
    String customer = created(anEnterprise());
    Map<String, Object> figures = new LinkedHashMap<>(Statements.figures());
    figures.putAll(Map.of("currentAssets", "360", "inventory", "60", "currentLiabilities", "300"));
    Statements.kept(customer, "2025-12-31", 12, Statements.of(figures));

    unmask(SALES, customer)
        .statusCode(200)
        .body(member("enterprise-strength", "value"), equalTo("92.5"))
        .body(member("credit-grade", "value"), equalTo("AAA"))
        .body(
            reason("enterprise-strength", "SOLVENCY"),
            equalTo("Earns 85.0 of 100 points with a weight of 40."))
        .body(
            reason("enterprise-strength", "PAYMENT"),
            equalTo("No ratio of it is known. Not known: DAYS_BEYOND_TERMS."))
        .body(
            member("credit-grade", "reasons[-1].detail"),
            containsString("The payment behaviour is not known. Weight 20;"));
  }

  /** CURRENT and QUICK alone weigh 18. */
  @Test
  void tooLittleIsSaidWithTheThreshold() {
    String customer = created(anEnterprise());
    Statements.kept(
        customer,
        "2025-12-31",
        12,
        Statements.of(
            Map.of("currentAssets", "500", "inventory", "100", "currentLiabilities", "250")));

    unmask(SALES, customer)
        .statusCode(200)
        .body(member("credit-grade", "value"), nullValue())
        .body(
            reason("credit-grade", "TOO_LITTLE_KNOWN"),
            equalTo("Ratios with 18.0 of 100 of the weights are known; it takes 60.0."))
        .body(member("enterprise-strength", "value"), nullValue());
    unmask(SALES, created(anEnterprise()))
        .statusCode(200)
        .body(reason("credit-grade", "NO_STATEMENT"), containsString("it takes one at least"));
  }

  @Test
  void whoSeesNoFinancialFactsSeesNothingThatFollowsFromThem() throws SQLException {
    String customer = Statements.anEnterpriseWithOne();

    Api.as(SALES)
        .header("X-Request-Id", requestId)
        .get(INSIGHTS, customer)
        .then()
        .statusCode(200)
        .body("insights.code", not(hasItem("credit-grade")))
        .body("insights.code", not(hasItem("enterprise-strength")))
        .body("insights.code", hasItem("rfm-segment"))
        .body("masked", contains(MASKED));
    unmask(SALES, customer).statusCode(200).body("insights.code", hasItems("credit-grade"));

    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(2);
    assertThat(records.getFirst())
        .containsEntry("disclosed", List.of("insights"))
        .containsEntry("masked", List.of((Object[]) MASKED));
    assertThat((Collection<?>) Objects.requireNonNull(records.getLast().get("disclosed")))
        .map(String::valueOf)
        .contains(MASKED);
    assertThat(records.getLast())
        .containsEntry("operation", "unmaskInsights")
        .containsEntry("persons", List.of(customer))
        .containsEntry("masked", List.of())
        .containsEntry("justification", Map.of("kind", "UNMASKING", "text", REASON));
  }

  @Test
  void marketingSeesBehaviourOfWhoAgreesAndNeverFinance() {
    String customer = Statements.anEnterpriseWithOne();

    Api.as(MARKETING).get(INSIGHTS, customer).then().body("masked", contains("insights"));
    Consents.record(customer, Consents.given("PROFILING"));

    Api.as(MARKETING)
        .get(INSIGHTS, customer)
        .then()
        .statusCode(200)
        .body("insights.code", not(hasItem("credit-grade")))
        .body("masked", contains(MASKED));
    unmask(MARKETING, customer).statusCode(403);
  }

  @Test
  void aPersonIsNotGradedAndNothingOfThemIsMasked() {
    String person = created(aPerson());

    Api.as(SALES).get(INSIGHTS, person).then().statusCode(200).body("masked", empty());
    unmask(SALES, person)
        .statusCode(200)
        .body("insights.code", not(hasItem("credit-grade")))
        .body("masked", empty());
  }

  @Test
  void nothingIsDerivedOfWhoObjectsToProfiling() {
    String customer = Statements.anEnterpriseWithOne();
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);

    unmask(SALES, customer)
        .statusCode(200)
        .body("insights", nullValue())
        .body("withheld", equalTo("NO_PROFILING"));
  }

  @Test
  void theGlassIsBrokenToReadButNotToUnmask() {
    String customer = created(with(anEnterprise(), "department", "elsewhere"));
    Statements.kept(customer, "2025-12-31", 12, Statements.aStatement());
    String glass = "The colleague in charge is ill, call 4711";

    Api.as(SALES).get(INSIGHTS, customer).then().statusCode(403);
    Api.as(SALES)
        .header("Break-Glass-Reason", glass)
        .get(INSIGHTS, customer)
        .then()
        .statusCode(200)
        .body("insights.code", not(hasItem("credit-grade")))
        .body("masked", contains(MASKED));
    Api.as(SALES)
        .header("Break-Glass-Reason", glass)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", REASON))
        .post(INSIGHTS + "/unmaskings", customer)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    unmask(DATA_STEWARD, customer).statusCode(200).body("insights.code", hasItem("credit-grade"));
  }

  @Test
  void aReasonOfLessThanTenCharactersIsNone() {
    Api.as(SALES)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "curious"))
        .post(INSIGHTS + "/unmaskings", Statements.anEnterpriseWithOne())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/reason"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html"})
  void thePortraitNamesTheGradeAsMaskedAndSaysNothingOfIt(String type) {
    String customer = Statements.anEnterpriseWithOne();

    String portrait =
        Api.as(SALES)
            .header("Accept", type)
            .get("/v1/customers/{id}/portrait", customer)
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(portrait)
        .contains(MASKED)
        .contains("loyalty-index")
        .doesNotContain("AAA", "credit-standard", "SOLVENCY", "Derived: credit-grade");
  }

  private ValidatableResponse unmask(String role, String customer) {
    return Api.as(role)
        .header("X-Request-Id", requestId)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", REASON))
        .post(INSIGHTS + "/unmaskings", customer)
        .then();
  }

  private static String member(String code, String member) {
    return "insights.find { it.code == '%s' }.%s".formatted(code, member);
  }

  private static String reason(String code, String reason) {
    return member(code, "reasons.find { it.code == '%s' }.detail".formatted(reason));
  }

  /** An order of 60 days ago that was to be paid 30 days ago. */
  private String due(String customer, String currency, String price) {
    Map<String, Object> order =
        Orders.order(customer, currency, Orders.line(Orders.aProduct(), 1, price));
    return Orders.recorded(
        with(
            with(order, "occurredAt", today.minusDays(60) + "T08:26:00Z"),
            "dueOn",
            today.minusDays(30).toString()));
  }

  private static void pay(String order, String amount, LocalDate day) {
    Api.writing(SALES)
        .body(
            Map.of(
                "method",
                "TRANSFER",
                "amount",
                Map.of("amount", amount, "currency", "CNY"),
                "paidAt",
                day + "T08:26:00Z"))
        .post("/v1/transactions/{id}/payments", order)
        .then()
        .statusCode(201);
  }
}
