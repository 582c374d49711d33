package org.kexin.customer.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Statements.ALL;
import static org.kexin.testing.Statements.ONE;
import static org.kexin.testing.Statements.YEAR_END;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Statements;
import org.kexin.testing.Together;

/** Financial statements: one for each period, masked but for a reason. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FinancialStatementIT {

  private static final String REASON = "Credit limit is up for decision, request 4711.";
  private static final String ROWS = "select * from financial_statement where customer_id = ?";

  private final String requestId = "test-" + People.anId();

  @Test
  void whatIsKeptIsReadMaskedAndForAReasonInClear() throws SQLException {
    String customer = Statements.anEnterpriseWithOne();

    read(SALES, customer)
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("customerId", equalTo(customer))
        .body("currency", equalTo("CNY"))
        .body("basis", equalTo("AUDITED"))
        .body("source", equalTo("NEGOTIATION"))
        .body("figures", nullValue())
        .body("masked", contains("figures"));
    unmask(SALES, customer, REASON)
        .statusCode(200)
        .body("figures", equalTo(Statements.figures()))
        .body("masked", empty());

    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(2);
    assertThat(records.getFirst())
        .containsEntry("operation", "getFinancialStatement")
        .containsEntry("persons", List.of(customer))
        .containsEntry("disclosed", List.of())
        .containsEntry("masked", List.of("figures"));
    assertThat(records.getLast())
        .containsEntry("operation", "unmaskFinancialStatement")
        .containsEntry("outcome", "DISCLOSED")
        .containsEntry("disclosed", List.of("figures"))
        .containsEntry("justification", Map.of("kind", "UNMASKING", "text", REASON));
  }

  @Test
  void aStatementIsReplacedByWhoSawThePresentOne() {
    String customer = Statements.anEnterpriseWithOne();
    Map<String, Object> other = changed("1600");

    put(customer, null, other).statusCode(428).body("code", equalTo("precondition-required"));
    put(customer, "\"7\"", other).statusCode(412).body("code", equalTo("precondition-failed"));
    put(customer, "\"0\"", other)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1));
    put(customer, "\"0\"", changed("1700")).statusCode(412);

    unmask(SALES, customer, REASON)
        .body("figures.revenue", equalTo("1600"))
        .body("version", equalTo(1));
  }

  @Test
  void toSendTheSameAgainChangesNothing() throws SQLException {
    String customer = created(anEnterprise());
    String id =
        put(customer, null, Statements.aStatement())
            .statusCode(201)
            .header("ETag", "\"0\"")
            .extract()
            .path("id");

    put(customer, null, Statements.aStatement())
        .statusCode(200)
        .body("id", equalTo(id))
        .body("version", equalTo(0));

    assertThat(Database.rows(ROWS, Database.bytes(customer))).hasSize(1);
  }

  @Test
  void aVersionOfWhatIsNotThereIsRefused() {
    put(created(anEnterprise()), "\"0\"", Statements.aStatement())
        .statusCode(412)
        .body("code", equalTo("precondition-failed"));
  }

  @Test
  void aPersonHasNone() throws SQLException {
    String person = created(aPerson());

    put(person, null, Statements.aStatement())
        .statusCode(409)
        .body("code", equalTo("not-an-enterprise"));

    assertThat(Database.rows(ROWS, Database.bytes(person))).isEmpty();
    Api.as(SALES).get(ALL, person).then().statusCode(200).body("items", empty());
    read(SALES, person).statusCode(404);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    put(
            created(anEnterprise()),
            null,
            Map.of("currency", "XXX", "basis", "AUDITED", "figures", Map.of("equity", "1e9")))
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/source", "/figures/equity", "/currency"))
        .body("errors.code", containsInAnyOrder("not-null", "pattern", "currency-unknown"));
    put(created(anEnterprise()), null, Statements.of(Map.of()))
        .statusCode(400)
        .body("errors.code", contains("figures-missing"));
  }

  @ParameterizedTest
  @CsvSource({
    "2999-12-31, 12, periodEnd",
    "1899-12-31, 12, periodEnd",
    "2025-12-31, 0, months",
    "2025-12-31, 25, months"
  })
  void aPeriodThatCannotBeIsRefused(String periodEnd, int months, String pointer) {
    Statements.put(SALES, created(anEnterprise()), periodEnd, months, null, Statements.aStatement())
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"))
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void theNewestComesFirstAndOfOneDayTheLongerPeriod() {
    String customer = created(anEnterprise());
    Statements.kept(customer, "2025-12-31", 3, Statements.aStatement());
    Statements.kept(customer, "2024-12-31", 12, Statements.aStatement());
    Statements.kept(customer, "2025-12-31", 12, Statements.aStatement());

    String next =
        Api.as(SALES)
            .queryParam("pageSize", 2)
            .get(ALL, customer)
            .then()
            .statusCode(200)
            .body("items.periodEnd", contains("2025-12-31", "2025-12-31"))
            .body("items.months", contains(12, 3))
            .body("items.figures", contains(nullValue(), nullValue()))
            .body("items[0].masked", contains("figures"))
            .extract()
            .path("nextPageToken");
    Api.as(SALES)
        .queryParam("pageSize", 2)
        .queryParam("pageToken", next)
        .get(ALL, customer)
        .then()
        .statusCode(200)
        .body("items.periodEnd", contains("2024-12-31"))
        .body("nextPageToken", nullValue());
  }

  @Test
  void sixtyAreKeptOfOneCustomerHoweverManyComeAtOnce() throws Exception {
    String customer = created(anEnterprise());
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String end = LocalDate.parse("2025-12-31").minusMonths(i).toString();
      all.add(
          () ->
              Statements.put(DATA_STEWARD, customer, end, 1, null, Statements.aStatement())
                  .statusCode());
    }

    List<Integer> statuses = Together.run(all);

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(60);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
    Statements.put(DATA_STEWARD, customer, "1999-12-31", 1, null, Statements.aStatement())
        .then()
        .statusCode(409)
        .body("code", equalTo("statements-exceeded"));
    Api.as(SALES).queryParam("pageSize", 200).get(ALL, customer).then().body("items", hasSize(60));
  }

  @Test
  void whatIsDeletedIsGone() throws SQLException {
    String customer = Statements.anEnterpriseWithOne();

    Api.as(DATA_STEWARD).delete(ONE, customer, YEAR_END, 12).then().statusCode(428);
    Api.as(DATA_STEWARD)
        .header("If-Match", "\"3\"")
        .delete(ONE, customer, YEAR_END, 12)
        .then()
        .statusCode(412);
    Api.as(DATA_STEWARD)
        .header("If-Match", "\"0\"")
        .delete(ONE, customer, YEAR_END, 12)
        .then()
        .statusCode(204);

    read(SALES, customer).statusCode(404);
    assertThat(Database.rows(ROWS, Database.bytes(customer))).isEmpty();
  }

  @Test
  void whoChangedItIsRecordedAndNeverWhatItSays() throws SQLException {
    String customer = created(anEnterprise());

    Api.as(SALES)
        .header("X-Request-Id", requestId)
        .contentType(ContentType.JSON)
        .body(Statements.aStatement())
        .put(ONE, customer, YEAR_END, 12)
        .then()
        .statusCode(201);
    // Reading who looked brings everything into the log first.
    Api.as(PRIVACY_OFFICER).get("/v1/customers/{id}/accesses", customer).then().statusCode(200);

    assertThat(Database.accesses(requestId))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change)
                    .containsEntry("outcome", "CHANGED")
                    .containsEntry("operation", "putFinancialStatement")
                    .containsEntry("persons", List.of(customer))
                    .containsEntry("changed", List.of("financialStatements")));
  }

  @Test
  void anotherDepartmentBreaksTheGlassToReadButNotToUnmask() {
    String customer = created(with(anEnterprise(), "department", "elsewhere"));
    Statements.kept(customer, YEAR_END, 12, Statements.aStatement());

    read(SALES, customer).statusCode(403).body("code", equalTo("not-your-customer"));
    Api.as(SALES)
        .header("Break-Glass-Reason", "The colleague in charge is ill, call 4711")
        .get(ONE, customer, YEAR_END, 12)
        .then()
        .statusCode(200)
        .body("masked", contains("figures"));
    Api.as(SALES)
        .header("Break-Glass-Reason", "The colleague in charge is ill, call 4711")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", REASON))
        .post(ONE + "/unmaskings", customer, YEAR_END, 12)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    put(customer, "\"0\"", changed("1")).statusCode(403);
  }

  @Test
  void aReasonOfLessThanTenCharactersIsNone() {
    unmask(SERVICE_AGENT, Statements.anEnterpriseWithOne(), "   short  ")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/reason"))
        .body("errors[0].code", equalTo("size"));
  }

  private ValidatableResponse read(String role, String customer) {
    return Api.as(role).header("X-Request-Id", requestId).get(ONE, customer, YEAR_END, 12).then();
  }

  private ValidatableResponse unmask(String role, String customer, String reason) {
    return Api.as(role)
        .header("X-Request-Id", requestId)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", reason))
        .post(ONE + "/unmaskings", customer, YEAR_END, 12)
        .then();
  }

  private static ValidatableResponse put(
      String customer, @Nullable String ifMatch, Map<String, Object> statement) {
    return Statements.put(SALES, customer, YEAR_END, 12, ifMatch, statement).then();
  }

  private static Map<String, Object> changed(String revenue) {
    return Statements.of(with(Statements.figures(), "revenue", revenue));
  }
}
