package org.kexin.analysis.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
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

/** Who may contest whose grade, who learns of it, and what is left of it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class GradeAppealRightsIT {

  @Test
  void whoObjectsToProfilingHasNoGradeToContest() {
    String customer = created(aPerson());
    String appeal = Appeals.filed(customer, "Please look");
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
    String appeal = Appeals.filed(customer, "Please look");
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
    String appeal = Appeals.filed(customer, text);
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
