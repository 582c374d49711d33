package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Projects.ANALYST_ID;
import static org.kexin.testing.Projects.SOMEBODY_ELSE;
import static org.kexin.testing.Projects.aProject;
import static org.kexin.testing.Projects.start;
import static org.kexin.testing.Projects.started;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Buyers;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Projects;

/** From the start of a project to its end, after which nobody can tell whom a pseudonym meant. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AnalysisProjectIT {

  private static final String CURRENCY = "RWF";
  private static final List<String> TEN = new ArrayList<>();

  @Inject AnalysisProjectService projects;

  @BeforeEach
  void sales() {
    if (TEN.isEmpty()) {
      TEN.addAll(Buyers.alike(10, 1, "100", "2024-03-01", CURRENCY));
    }
  }

  @Test
  void whoTakesNoPartFindsNothing() {
    String foreign = started(aProject(SOMEBODY_ELSE));
    for (String id : List.of(foreign, People.anId().toString())) {
      Projects.scores(id, CURRENCY, 50, null)
          .then()
          .statusCode(404)
          .body("code", equalTo("not-found"));
    }
    String own = started(aProject(SOMEBODY_ELSE, ANALYST_ID));
    Api.as(ANALYST)
        .queryParam("pageSize", 200)
        .get("/v1/analysis/projects")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(own))
        .body("items.id", not(hasItem(foreign)))
        .body("items.members", everyItem(nullValue()));
    Api.as(PRIVACY_OFFICER)
        .queryParam("pageSize", 1)
        .get("/v1/analysis/projects")
        .then()
        .statusCode(200)
        .body("items[0].id", equalTo(own))
        .body("items[0].members", contains(ANALYST_ID, SOMEBODY_ELSE))
        .body("items[0].ended", equalTo(false))
        .body("nextPageToken", notNullValue());
  }

  @Test
  void theListGoesOnWhereAPageEnds() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.addFirst(started(aProject()));
    }
    for (String role : List.of(ANALYST, PRIVACY_OFFICER)) {
      List<String> seen = new ArrayList<>();
      String token = null;
      while (seen.size() < 3) {
        var request = Api.as(role).queryParam("pageSize", 1);
        if (token != null) {
          request.queryParam("pageToken", token);
        }
        JsonPath page = request.get("/v1/analysis/projects").jsonPath();
        seen.addAll(page.getList("items.id", String.class));
        token = page.getString("nextPageToken");
      }
      // Made within a few milliseconds, they need not lie in the order of making.
      assertThat(seen).as(role).containsExactlyInAnyOrderElementsOf(made);
      assertThat(seen).as(role).isSortedAccordingTo(Collections.reverseOrder());
    }
  }

  @Test
  void anEndedProjectHasNoKeyAndNoAnswer() throws SQLException {
    String project = started(aProject());
    assertThat(keys(project)).isEqualTo(1);
    assertThat(sealed(project)).isNotNull();

    Projects.end(project).statusCode(200).body("id", equalTo(project));

    assertThat(keys(project)).isZero();
    assertThat(sealed(project)).isNull();
    Projects.scores(project, CURRENCY, 50, null)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-ready"));
    Projects.end(project).statusCode(409).body("code", equalTo("not-ready"));
    Projects.end(People.anId().toString()).statusCode(404);
    listed(project, true)
        .body("items.find { it.id == '%s' }.endedAt".formatted(project), notNullValue());
  }

  @Test
  void aProjectPastItsLastDayAnswersAsEndedAndLosesItsKey() throws SQLException {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    String over = started(People.with(aProject(), "endsOn", today));
    String still = started(People.with(aProject(), "endsOn", today));
    assertThat(pseudonyms(Projects.scores(over, CURRENCY, 50, null))).hasSize(TEN.size());
    execute(
        "update analysis_project set ends_on = date_sub(ends_on, interval 1 day) where id = ?",
        over);

    Projects.scores(over, CURRENCY, 50, null)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-ready"));
    listed(over, true).body("items.find { it.id == '%s' }.endedAt".formatted(over), nullValue());
    assertThat(keys(over)).isEqualTo(1);

    projects.endOverdue();

    assertThat(keys(over)).isZero();
    assertThat(sealed(over)).isNull();
    listed(over, true).body("items.find { it.id == '%s' }.endedAt".formatted(over), notNullValue());
    assertThat(keys(still)).isEqualTo(1);
    assertThat(pseudonyms(Projects.scores(still, CURRENCY, 50, null))).hasSize(TEN.size());
  }

  /** As when the projects were restored from a backup of before the end. */
  @Test
  void aRowThatCameBackWithoutItsDataKeyIsOfNoUse() throws SQLException {
    String project = started(aProject());
    execute("delete from data_key where owner = ?", project);

    Projects.scores(project, CURRENCY, 50, null)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-ready"));
  }

  @Test
  void aProjectThatCannotBeIsRefusedWithAllReasons() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (LocalDate bad : List.of(today.minusDays(1), today.plusYears(1).plusDays(1))) {
      start(People.with(aProject(), "endsOn", bad.toString()))
          .statusCode(400)
          .body("errors.pointer", contains("/endsOn"))
          .body("errors.code", contains("out-of-range"));
    }
    start(People.with(aProject(), "endsOn", today.plusYears(1).toString())).statusCode(201);
    Map<String, Object> bad = People.with(aProject("has a space"), "question", "Why?");
    start(People.with(bad, "endsOn", "2020-01-01"))
        .statusCode(400)
        .body("errors.pointer", contains("/members/0", "/question", "/endsOn"));
    start(People.with(aProject(), "members", List.of())).statusCode(400);
    start(People.with(aProject(), "members", Collections.nCopies(101, ANALYST_ID)))
        .statusCode(400)
        .body("errors.pointer", contains("/members"));
  }

  private static List<String> pseudonyms(Response page) {
    page.then().statusCode(200);
    return page.jsonPath().getList("items.pseudonym", String.class);
  }

  private static ValidatableResponse listed(String project, boolean ended) {
    return Api.as(PRIVACY_OFFICER)
        .queryParam("pageSize", 200)
        .get("/v1/analysis/projects")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '%s' }.ended".formatted(project), equalTo(ended));
  }

  private static int keys(String project) throws SQLException {
    return Database.rows("select 1 from data_key where owner = ?", Database.bytes(project)).size();
  }

  private static @Nullable Object sealed(String project) throws SQLException {
    return Database.rows(
            "select pseudonym_key from analysis_project where id = ?", Database.bytes(project))
        .getFirst()
        .get("pseudonym_key");
  }

  private static void execute(String sql, String id) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, Database.bytes(id));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
