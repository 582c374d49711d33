package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.People.aPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Who asks for too much is told so, gets nothing, and stands in the log. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class QuotaIT {

  private static final String ROLE = Api.SALES;

  @BeforeEach
  void fiveCustomersAreThere() {
    IntStream.range(0, 5)
        .forEach(
            i ->
                Api.writing(Api.SERVICE_AGENT)
                    .body(aPerson())
                    .post("/v1/customers")
                    .then()
                    .statusCode(201));
  }

  @Test
  void aPageOfMorePersonsThanAreLeftIsHeldBackWhole() throws SQLException {
    try (Spending _ = Spending.allPersonsOf(ROLE, 4)) {
      Response refused = Api.as(ROLE).queryParam("pageSize", 5).get("/v1/customers");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.path("code").toString()).isEqualTo("persons-exceeded");
      assertThat(refused.<Object>path("items")).isNull();
      assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);
      assertThat(refused.header("RateLimit")).contains("\"persons-day\";r=4;t=");
      assertThat(refused.header("RateLimit-Policy"))
          .contains("\"persons-day\";q=100000000;w=86400;kexin-unit=\"persons\"");
      assertThat(recordedOnce(() -> Api.as(ROLE).queryParam("pageSize", 5).get("/v1/customers")))
          .isEqualTo(new Recorded("DENIED", 429, 5));
    }
  }

  @Test
  void aPageCostsItsPersonsAndOneRecordCostsOne() {
    try (Spending spending = Spending.allPersonsOf(ROLE, 6)) {
      Response page = Api.as(ROLE).queryParam("pageSize", 5).get("/v1/customers");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(spending.personsLeft()).isEqualTo(1);

      String one = "/v1/customers/" + page.path("items[0].id");
      Response last = Api.as(ROLE).get(one);
      assertThat(last.statusCode()).isEqualTo(200);
      assertThat(last.header("RateLimit")).contains("\"persons-day\";r=0;t=");
      assertThat(Api.as(ROLE).get(one).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aSearchCostsWhatItFinds() {
    Map<String, Object> person = aPerson();
    String name = People.the("name", person).toString();
    Api.writing(Api.SERVICE_AGENT).body(person).post("/v1/customers").then().statusCode(201);
    try (Spending _ = Spending.allPersonsOf(ROLE, 0)) {
      Response found =
          Api.as(ROLE)
              .contentType("application/json")
              .body(Map.of("name", name))
              .post("/v1/customers/search");
      assertThat(found.statusCode()).isEqualTo(429);
      assertThat(found.asString()).doesNotContain(name);
    }
  }

  @Test
  void whatIsNotShownCostsNothing() {
    Response page = Api.as(ROLE).queryParam("pageSize", 1).get("/v1/customers");
    String one = "/v1/customers/" + page.path("items[0].id");
    String etag = Api.as(ROLE).get(one).header("ETag");
    try (Spending spending = Spending.allPersonsOf(ROLE, 1)) {
      assertThat(Api.as(ROLE).header("If-None-Match", etag).get(one).statusCode()).isEqualTo(304);
      assertThat(Api.as(ROLE).get(one + "0").statusCode()).isEqualTo(404);
      assertThat(spending.personsLeft()).isEqualTo(1);
    }
  }

  @Test
  void requestsBeyondTheQuotaAreRefusedAndOneInASecondIsRecorded() throws SQLException {
    try (Spending _ = Spending.allRequestsOf(ROLE)) {
      assertThat(recordedOnce(() -> Api.as(ROLE).get("/v1/customers")))
          .isEqualTo(new Recorded("DENIED", 429, 0));
      List<Response> refused =
          IntStream.range(0, 30).mapToObj(i -> Api.as(ROLE).get("/v1/customers")).toList();

      assertThat(refused)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.path("code").toString()).isEqualTo("requests-exceeded");
                assertThat(answer.header("Retry-After")).isEqualTo("60");
                assertThat(answer.header("RateLimit")).startsWith("\"requests\";r=0;t=60");
              });
      long recorded = 0;
      for (Response answer : refused) {
        recorded += Database.accesses(answer.header("X-Request-Id")).size();
      }
      assertThat(recorded).isLessThan(30);
    }
  }

  /** Otherwise a caller could try for ever what they may not do. */
  @Test
  void denialsCountToo() {
    try (Spending _ = Spending.allRequestsOf(Api.ANALYST)) {
      assertThat(Api.as(Api.ANALYST).get("/v1/customers").statusCode()).isEqualTo(429);
    }
    assertThat(Api.as(Api.ANALYST).get("/v1/customers").statusCode()).isEqualTo(403);
  }

  @Test
  void whatOneCallerUsesUpIsNotMissingToAnother() {
    try (Spending _ = Spending.allRequestsOf(ROLE)) {
      assertThat(Api.as(Api.SERVICE_AGENT).get("/v1/customers").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theLimitsArePublished() {
    try (Spending _ = Spending.allPersonsOf(ROLE, 7)) {
      Response limits = Api.as(ROLE).get("/v1/limits");

      assertThat(limits.statusCode()).isEqualTo(200);
      assertThat(limits.<List<String>>path("quotas.name"))
          .containsExactly("requests", "persons-minute", "persons-day");
      assertThat(limits.<List<Integer>>path("quotas.windowSeconds")).containsExactly(60, 60, 86400);
      assertThat(limits.<Integer>path("quotas[2].remaining")).isEqualTo(7);
      assertThat(value(limits, "body.max-size")).isEqualTo(1_048_576);
      assertThat(value(limits, "page.max-size")).isEqualTo(200);
      assertThat(value(limits, "batch.max-items")).isEqualTo(200);
      assertThat(value(limits, "json.max-depth")).isEqualTo(32);
      assertThat(value(limits, "header.max-size")).isEqualTo(16_384);
      assertThat(value(limits, "import.max-expansion")).isEqualTo(200);
    }
  }

  private static long value(Response limits, String name) {
    return limits.<Number>path("limits.find { it.name == '" + name + "' }.value").longValue();
  }

  private record Recorded(String outcome, int status, int persons) {}

  /** Of the refusals of a caller one in a second is recorded: asks until this is the one. */
  private static Recorded recordedOnce(Supplier<Response> refused) throws SQLException {
    Instant deadline = Instant.now().plusSeconds(10);
    while (Instant.now().isBefore(deadline)) {
      var accesses = Database.accesses(refused.get().header("X-Request-Id"));
      if (!accesses.isEmpty()) {
        return recorded(accesses.getFirst());
      }
    }
    throw new AssertionError("No refusal was recorded.");
  }

  private static Recorded recorded(Map<String, ?> access) {
    return new Recorded(
        String.valueOf(access.get("outcome")),
        Integer.parseInt(String.valueOf(access.get("status"))),
        ((List<?>) Objects.requireNonNull(access.get("persons"))).size());
  }
}
