package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.kexin.testing.Api.SERVICE_AGENT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.CapturedLog;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** What operators see of the service: logs and figures without personal data, and its health. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NoTraceIT {

  private static final String NAME = "Canary" + People.digits(9);
  private static final String TAIL = People.digits(8);
  private static final String PHONE = "+86145" + TAIL;
  private static final String EMAIL = "canary." + People.digits(9) + "@kexin.example";
  private static final List<String> CANARIES = List.of(NAME, TAIL, EMAIL.substring(0, 15));

  @Test
  void neitherLogsNorFiguresNameAnybody() throws SQLException {
    try (CapturedLog log = CapturedLog.begin()) {
      String id = useAndAbuse();
      withABrokenTable();

      assertThat(log.text()).contains("Request failed");
      assertThat(log.text()).doesNotContain(CANARIES);
      assertThat(RestAssured.get("/q/metrics").asString())
          .contains("uri=\"/v1/customers/{id}\"")
          .doesNotContain(CANARIES)
          .doesNotContain(id);
    }
  }

  @Test
  void liveDoesNotAskTheDatabaseAndReadyDoes() {
    RestAssured.get("/q/health/live")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", everyItem(not(equalTo("Database connections health check"))));
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("Database connections health check"));
    RestAssured.get("/q/health/started").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void theServiceIsLiveWhileTheDatabaseStandsStill() throws IOException, InterruptedException {
    String mysql = Files.readString(LocalParts.directory().resolve("mysql.pid")).strip();
    signal("STOP", mysql);
    try {
      long began = System.nanoTime();
      RestAssured.get("/q/health/live").then().statusCode(200);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    } finally {
      signal("CONT", mysql);
    }
    RestAssured.get("/q/health/ready").then().statusCode(200);
  }

  /** Good and bad requests in which the canaries stand. */
  private static String useAndAbuse() {
    Map<String, Object> person =
        People.with(
            People.with(
                People.with(People.aPerson(), "name", NAME),
                "phones",
                List.of(Map.of("number", PHONE))),
            "emails",
            List.of(Map.of("address", EMAIL)));
    String id = People.created(person);
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", id).then().statusCode(200);
    Api.writing(SERVICE_AGENT).body(person).post("/v1/customers").then().statusCode(409);
    for (String body :
        List.of(
            "{\"name\": \"" + NAME + "\", \"phone\": \"" + PHONE + "\"}",
            "{\"email\": \"" + EMAIL + "\", \"code\": \"" + NAME + "\"}",
            "{\"" + NAME + "\": \"" + EMAIL + "\"}",
            "{\"phone\": \"" + PHONE,
            "{\"pageSize\": \"" + NAME + "\"}")) {
      Api.as(SERVICE_AGENT).contentType("application/json").body(body).post("/v1/customers/search");
    }
    Api.writing(SERVICE_AGENT)
        .body(People.with(person, "kind", NAME))
        .post("/v1/customers")
        .then()
        .statusCode(400)
        .body(not(containsString(NAME)));
    return id;
  }

  /** A failure whose message, as some of the driver's do, quotes a value. */
  private static void withABrokenTable() throws SQLException {
    try (Connection root = Database.connection();
        Statement statement = root.createStatement()) {
      statement.execute(
          "create trigger no_canary before insert on customer for each row"
              + " if new.name like 'Canary%' then"
              + " signal sqlstate '22001' set message_text = '"
              + NAME
              + "'; end if");
      try {
        Api.writing(SERVICE_AGENT)
            .header("Allow-Duplicate", "true")
            .body(People.with(People.aPerson(), "name", NAME))
            .post("/v1/customers")
            .then()
            .statusCode(500)
            .body("code", equalTo("internal-error"))
            .body("detail", not(containsString(NAME)));
      } finally {
        statement.execute("drop trigger no_canary");
      }
    }
  }

  private static void signal(String name, String pid) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    assertThat(exit).as("kill -%s", name).isZero();
  }
}
