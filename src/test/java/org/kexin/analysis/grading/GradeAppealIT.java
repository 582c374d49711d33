package org.kexin.analysis.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.Appeals.APPEALS;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

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
    String appeal = Appeals.filed(customer, text);
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
    String appeal = Appeals.filed(customer, "Please look");
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
    String appeal = Appeals.filed(created(aPerson()), "Please look");
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
    String withdrawn = Appeals.filed(created(aPerson()), "Please look");
    Appeals.withdraw(SERVICE_AGENT, APPEALS, withdrawn).statusCode(200);
    String upheld = Appeals.filed(created(aPerson()), "Please look");
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
    String appeal = Appeals.filed(created(aPerson()), "Please look");
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
}
