package org.kexin.analysis.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.Appeals.APPEALS;
import static org.kexin.testing.Appeals.MINE;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Appeals;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Together;

/** Appeals against grades. Who never bought anything is ORDINARY by every policy of the tests. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class GradeAppealIT {

  private static final String GRADE = "insights.find { it.code == 'grade' }";

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private static JsonPath insights(String customer) {
    return Api.as(SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> reasons(JsonPath insights) {
    return insights.getList(GRADE + ".reasons.code", String.class);
  }

  private static String filed(String customer, String text) {
    return Appeals.file(SERVICE_AGENT, customer, Map.of("reason", text))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void set(String sql, Object value, String appeal) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, value);
      update.setBytes(2, Database.bytes(appeal));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void anAppealNotesTheGradeAndThePolicyOfThatMoment() throws SQLException {
    String customer = created(aPerson());
    String text = "My old orders " + digits(12);
    String appeal = filed(customer, text);
    JsonPath insights = insights(customer);

    Response read = Api.as(SERVICE_AGENT).get(APPEALS + "/{id}", appeal);
    read.then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("customerId", equalTo(customer))
        .body("state", equalTo("OPEN"))
        .body("contestedGrade", equalTo("ORDINARY"))
        .body("policy", equalTo(insights.getInt(GRADE + ".parameters.policy")))
        .body("reason", equalTo(text))
        .body("filedByStaff", equalTo(true))
        .body("grantedGrade", nullValue())
        .body("heldUntil", nullValue());
    Api.as(SERVICE_AGENT)
        .header("If-None-Match", read.header("ETag"))
        .get(APPEALS + "/{id}", appeal)
        .then()
        .statusCode(304);
    assertThat(insights.getString(GRADE + ".value")).isEqualTo("ORDINARY");
    assertThat(reasons(insights)).startsWith("UNDER_APPEAL").doesNotContain("GRANTED_ON_APPEAL");

    Object stored =
        Database.rows("select reason from grade_appeal where id = ?", Database.bytes(appeal))
            .getFirst()
            .get("reason");
    assertThat(new String((byte[]) stored, StandardCharsets.ISO_8859_1)).doesNotContain(text);
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/grade-appeals", customer)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(appeal)))
        .body("items[0].contestedGrade", equalTo("ORDINARY"))
        .body("items[0].reason", nullValue());
  }

  @Test
  void aRepetitionFilesOnce() {
    String customer = created(aPerson());
    String appeal = Appeals.filed(customer);
    Appeals.withdraw(DATA_STEWARD, APPEALS, appeal).statusCode(200);
    String key = digits(20);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          Api.as(DATA_STEWARD)
              .header("Idempotency-Key", key)
              .contentType(ContentType.JSON)
              .body(Map.of("reason", "Twice"))
              .post("/v1/customers/{id}/grade-appeals", customer)
              .path("id"));
    }
    assertThat(ids.getFirst()).isNotNull().isEqualTo(ids.getLast());
  }

  @Test
  void aCustomerHasOneOpenAppealAtATime() throws Exception {
    String customer = created(aPerson());
    String first = Appeals.filed(customer);
    Appeals.file(SERVICE_AGENT, customer, Appeals.aReason())
        .then()
        .statusCode(409)
        .body("code", equalTo("appeal-open"));
    Appeals.withdraw(SERVICE_AGENT, APPEALS, first).statusCode(200);

    List<Integer> statuses =
        Together.run(
            List.of(
                () -> Appeals.file(SERVICE_AGENT, customer, Appeals.aReason()).statusCode(),
                () -> Appeals.file(DATA_STEWARD, customer, Appeals.aReason()).statusCode()));
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    assertThat(
            Database.rows(
                "select 1 from grade_appeal where open_customer_id = ?", Database.bytes(customer)))
        .hasSize(1);
  }

  @Test
  void aGrantedGradeHoldsUntilItsDayAndThenThePolicySpeaksAgain() throws SQLException {
    String customer = created(aPerson());
    String appeal = filed(customer, "Please look");
    Map<String, Object> grant = Appeals.aGrant("VIP");
    Appeals.decide(DATA_STEWARD, appeal, grant).statusCode(200).body("version", equalTo(1));

    String until = today.plusDays(30).toString();
    Appeals.read(appeal)
        .body("state", equalTo("GRANTED"))
        .body("contestedGrade", equalTo("ORDINARY"))
        .body("grantedGrade", equalTo("VIP"))
        .body("heldUntil", equalTo(until))
        .body("decisionReason", equalTo(grant.get("reason")));
    JsonPath insights = insights(customer);
    assertThat(insights.getString(GRADE + ".value")).isEqualTo("VIP");
    assertThat(insights.getString(GRADE + ".parameters.heldUntil")).isEqualTo(until);
    assertThat(reasons(insights)).startsWith("GRANTED_ON_APPEAL").doesNotContain("UNDER_APPEAL");
    assertThat(insights.getString(GRADE + ".reasons[0].detail"))
        .isEqualTo(
            "On appeal a person gave VIP until %s; the policy alone would give ORDINARY."
                .formatted(until));

    String update = "update grade_appeal set bears_until = ? where id = ?";
    set(update, today, appeal);
    assertThat(insights(customer).getString(GRADE + ".value"))
        .as("the day itself")
        .isEqualTo("VIP");
    set(update, today.minusDays(1), appeal);
    JsonPath after = insights(customer);
    assertThat(after.getString(GRADE + ".value")).isEqualTo("ORDINARY");
    assertThat(reasons(after)).doesNotContain("GRANTED_ON_APPEAL", "UNDER_APPEAL");
    assertThat(after.getString(GRADE + ".parameters.heldUntil")).isNull();
  }

  @Test
  void whoeverWasGivenAGradeMayContestThatAndTheLastDecisionCounts() {
    String customer = created(aPerson());
    Appeals.decide(PRIVACY_OFFICER, Appeals.filed(customer), Appeals.aGrant("VIP")).statusCode(200);
    String second = Appeals.filed(customer);
    Appeals.read(second).body("contestedGrade", equalTo("VIP"));
    JsonPath between = insights(customer);
    assertThat(between.getString(GRADE + ".value")).isEqualTo("VIP");
    assertThat(reasons(between)).startsWith("GRANTED_ON_APPEAL", "UNDER_APPEAL");

    Appeals.decide(PRIVACY_OFFICER, second, Appeals.aGrant("SUPREME")).statusCode(200);
    assertThat(insights(customer).getString(GRADE + ".value")).isEqualTo("SUPREME");
    Api.as(DATA_STEWARD)
        .queryParam("pageSize", 1)
        .get("/v1/customers/{id}/grade-appeals", customer)
        .then()
        .body("items.id", equalTo(List.of(second)))
        .body("nextPageToken", not(nullValue()));
  }

  @Test
  void anUpheldGradeStaysAndMayBeContestedAgain() {
    String customer = created(aPerson());
    String appeal = Appeals.filed(customer);
    Appeals.decide(PRIVACY_OFFICER, appeal, Appeals.anUpholding()).statusCode(200);
    Appeals.read(appeal).body("state", equalTo("UPHELD")).body("grantedGrade", nullValue());
    JsonPath insights = insights(customer);
    assertThat(insights.getString(GRADE + ".value")).isEqualTo("ORDINARY");
    assertThat(reasons(insights)).doesNotContain("GRANTED_ON_APPEAL", "UNDER_APPEAL");
    assertThat(Appeals.filed(customer)).isNotEqualTo(appeal);
  }

  @Test
  void whoeverFiledItDoesNotDecideIt() {
    String appeal = Appeals.filed(created(aPerson()));
    Appeals.decide(DATA_STEWARD, appeal, Appeals.aGrant("VIP"))
        .statusCode(403)
        .body("code", equalTo("four-eyes-required"));
    Appeals.read(appeal).body("state", equalTo("OPEN")).body("version", equalTo(0));
    Appeals.decide(PRIVACY_OFFICER, appeal, Appeals.aGrant("VIP")).statusCode(200);
  }

  @Test
  void ofTwoDecisionsAtOnceOneCounts() throws Exception {
    String appeal = filed(created(aPerson()), "Please look");
    List<Response> answers =
        Together.run(
            List.of(
                () ->
                    Appeals.decide(DATA_STEWARD, appeal, Appeals.aGrant("VIP"))
                        .extract()
                        .response(),
                () ->
                    Appeals.decide(PRIVACY_OFFICER, appeal, Appeals.anUpholding())
                        .extract()
                        .response()));
    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    boolean granted = answers.getFirst().statusCode() == 200;
    Response refused = granted ? answers.getLast() : answers.getFirst();
    assertThat(refused.<String>path("code")).isEqualTo("transition-refused");
    Appeals.read(appeal)
        .body("state", equalTo(granted ? "GRANTED" : "UPHELD"))
        .body("version", equalTo(1));
  }

  @Test
  void aClosedAppealStaysAsItIs() {
    String withdrawn = filed(created(aPerson()), "Please look");
    Appeals.withdraw(SERVICE_AGENT, APPEALS, withdrawn).statusCode(200);
    String upheld = filed(created(aPerson()), "Please look");
    Appeals.decide(DATA_STEWARD, upheld, Appeals.anUpholding()).statusCode(200);
    for (String closed : List.of(withdrawn, upheld)) {
      Appeals.decide(DATA_STEWARD, closed, Appeals.aGrant("VIP"))
          .statusCode(409)
          .body("code", equalTo("transition-refused"));
      Appeals.withdraw(SERVICE_AGENT, APPEALS, closed)
          .statusCode(409)
          .body("code", equalTo("transition-refused"));
    }
    Appeals.read(withdrawn).body("state", equalTo("WITHDRAWN"));
    Appeals.read(upheld).body("state", equalTo("UPHELD"));
  }

  @Test
  void aDecisionThatDoesNotFitIsRefusedAndSaysWhere() {
    String appeal = filed(created(aPerson()), "Please look");
    Map<String, Object> grant = Appeals.aGrant("VIP");
    refused(appeal, People.without(grant, "grade"), "/grade");
    refused(appeal, People.without(grant, "heldUntil"), "/heldUntil");
    refused(appeal, with(grant, "heldUntil", today.minusDays(1).toString()), "/heldUntil");
    refused(
        appeal, with(grant, "heldUntil", today.plusYears(1).plusDays(1).toString()), "/heldUntil");
    refused(appeal, with(grant, "grade", "ORDINARY"), "/grade");
    refused(appeal, with(Appeals.anUpholding(), "grade", "VIP"), "/grade");
    refused(appeal, with(grant, "reason", ""), "/reason");
    refused(appeal, with(grant, "reason", "x".repeat(2_001)), "/reason");
    Appeals.read(appeal).body("state", equalTo("OPEN"));
    Appeals.decide(DATA_STEWARD, appeal, with(grant, "heldUntil", today.plusYears(1).toString()))
        .statusCode(200);
    Appeals.file(SERVICE_AGENT, created(aPerson()), Map.of("reason", ""))
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/reason")));
  }

  private static void refused(String appeal, Map<String, Object> decision, String pointer) {
    Appeals.decide(DATA_STEWARD, appeal, decision)
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body("errors.pointer", equalTo(List.of(pointer)));
  }

  @Test
  void whoObjectsToProfilingHasNoGradeToContest() {
    String customer = created(aPerson());
    String appeal = filed(customer, "Please look");
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);
    Appeals.decide(DATA_STEWARD, appeal, Appeals.aGrant("VIP"))
        .statusCode(409)
        .body("code", equalTo("no-grade"))
        .body("detail", equalTo("A customer who objects to profiling has no grade."));
    Appeals.withdraw(SERVICE_AGENT, APPEALS, appeal).statusCode(200);
    Appeals.file(SERVICE_AGENT, customer, Appeals.aReason())
        .then()
        .statusCode(409)
        .body("code", equalTo("no-grade"));
    Api.as(SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .body("withheld", equalTo("NO_PROFILING"))
        .body("insights", nullValue());
  }

  @Test
  void aGrantedGradeOfWhoObjectsIsNotShown() {
    String customer = created(aPerson());
    Appeals.decide(PRIVACY_OFFICER, Appeals.filed(customer), Appeals.aGrant("VIP")).statusCode(200);
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);
    Api.as(SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .body("withheld", equalTo("NO_PROFILING"))
        .body("insights", nullValue());
  }

  @Test
  void aCustomerContestsTheirOwnGradeAndReadsTheDecision() {
    String appeal = Appeals.filedOwn();
    Api.as(CUSTOMER)
        .get(MINE + "/{id}", appeal)
        .then()
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("customerId", equalTo(People.OWN_CUSTOMER))
        .body("filedByStaff", equalTo(false));
    Api.writing(CUSTOMER)
        .body(Appeals.aReason())
        .post(MINE)
        .then()
        .statusCode(409)
        .body("code", equalTo("appeal-open"));
    Map<String, Object> decision = Appeals.anUpholding();
    Appeals.decide(DATA_STEWARD, appeal, decision).statusCode(200);
    Api.as(CUSTOMER)
        .get(MINE + "/{id}", appeal)
        .then()
        .body("state", equalTo("UPHELD"))
        .body("decisionReason", equalTo(decision.get("reason")));
    Api.as(CUSTOMER).get(MINE).then().statusCode(200).body("items[0].id", equalTo(appeal));
    Appeals.withdraw(CUSTOMER, MINE, appeal)
        .statusCode(409)
        .body("code", equalTo("transition-refused"));

    String foreign = Appeals.filed(created(aPerson()));
    Api.as(CUSTOMER).get(MINE + "/{id}", foreign).then().statusCode(404);
    Appeals.withdraw(CUSTOMER, MINE, foreign).statusCode(404);
    Appeals.read(foreign).body("state", equalTo("OPEN"));
    String another = Appeals.filedOwn();
    Appeals.withdraw(CUSTOMER, MINE, another).statusCode(200);
    Appeals.read(another).body("state", equalTo("WITHDRAWN"));
  }

  @Test
  void theWorkListShowsTheOldestFirstAndOnlyWhomTheCallerMayKnow() {
    String older = Appeals.filed(created(aPerson()));
    String newer = Appeals.filed(created(aPerson()));
    String elsewhere = created(with(aPerson(), "department", "elsewhere"));
    String foreign = Appeals.filed(elsewhere);

    List<String> all = workList(DATA_STEWARD, "OPEN");
    assertThat(all).containsSubsequence(older, newer, foreign).doesNotHaveDuplicates();
    assertThat(all).isSorted();
    assertThat(workList(SERVICE_AGENT, "OPEN")).contains(older, newer).doesNotContain(foreign);
    Appeals.withdraw(DATA_STEWARD, APPEALS, older).statusCode(200);
    assertThat(workList(DATA_STEWARD, "OPEN")).contains(newer).doesNotContain(older);
    assertThat(workList(DATA_STEWARD, "WITHDRAWN")).contains(older).doesNotContain(newer);

    Api.as(SERVICE_AGENT)
        .get(APPEALS + "/{id}", foreign)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    Api.as(SERVICE_AGENT)
        .header("Break-Glass-Reason", "The customer stands here and asks.")
        .get(APPEALS + "/{id}", foreign)
        .then()
        .statusCode(200)
        .body("customerId", equalTo(elsewhere));
    Appeals.file(SERVICE_AGENT, elsewhere, Appeals.aReason())
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
  }

  /** All ids of a work list, a small page at a time. */
  private static List<String> workList(String role, String state) {
    List<String> ids = new ArrayList<>();
    String token = null;
    do {
      var request = Api.as(role).queryParam("state", state).queryParam("pageSize", 3);
      JsonPath page =
          (token == null ? request : request.queryParam("pageToken", token))
              .get(APPEALS)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(page.getList("items.state", String.class)).allMatch(state::equals);
      assertThat(page.getList("items.reason", String.class)).containsOnlyNulls();
      ids.addAll(page.getList("items.id", String.class));
      token = page.getString("nextPageToken");
    } while (token != null);
    return ids;
  }

  @Test
  void theAppealOfARestrictedCustomerIsLeftToCompliance() {
    String customer = created(aPerson());
    String appeal = filed(customer, "Please look");
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "RESTRICTION")).statusCode(200);
    Api.as(DATA_STEWARD).get(APPEALS + "/{id}", appeal).then().statusCode(404);
    Appeals.decide(DATA_STEWARD, appeal, Appeals.aGrant("VIP")).statusCode(404);
    assertThat(workList(DATA_STEWARD, "OPEN")).doesNotContain(appeal);
    assertThat(workList(PRIVACY_OFFICER, "OPEN")).contains(appeal);
  }

  @Test
  void nobodyHasAGradeToContest() {
    Appeals.file(SERVICE_AGENT, People.anId().toString(), Appeals.aReason()).then().statusCode(404);
    String deleted = created(aPerson());
    People.delete(deleted);
    Appeals.file(SERVICE_AGENT, deleted, Appeals.aReason()).then().statusCode(404);
  }

  @Test
  void thePersonIsGivenWhatWasSaidAndErasureLeavesNothingOfIt() throws SQLException {
    String customer = created(aPerson());
    String text = "My old orders " + digits(12);
    String appeal = filed(customer, text);
    Map<String, Object> grant = Appeals.aGrant("VIP");
    Appeals.decide(DATA_STEWARD, appeal, grant).statusCode(200);

    JsonNode told = PrivacyCalls.json(customer).path("gradeAppeals");
    assertThat(told).hasSize(1);
    assertThat(told.path(0).path("appeal").path("state").asText()).isEqualTo("GRANTED");
    assertThat(told.path(0).path("appeal").path("grantedGrade").asText()).isEqualTo("VIP");
    assertThat(told.path(0).path("texts").path("reason").asText()).isEqualTo(text);
    assertThat(told.path(0).path("texts").path("decisionReason").asText())
        .isEqualTo(grant.get("reason"));

    String request = PrivacyCalls.identified(customer, "ERASURE");
    PrivacyCalls.erased(request);
    PrivacyCalls.receipt(request)
        .body("outcomes.findAll { it.table == 'grade_appeal' }.outcome", hasItem("ERASED"))
        .body(
            "outcomes.find { it.table == 'grade_appeal' && it.field == 'reason' }.rows",
            equalTo(1));
    assertThat(Database.rows("select 1 from grade_appeal where id = ?", Database.bytes(appeal)))
        .isEmpty();
    Api.as(PRIVACY_OFFICER).get(APPEALS + "/{id}", appeal).then().statusCode(404);
  }
}
