package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Every look at personal data leaves its record before the answer leaves. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AccessRecordIT {

  private static final String SERVICE_AGENT_ID = "01932c00-0000-7000-8000-000000000101";
  private static final String OWN_RECORD = "01932c00-0000-7000-8000-000000000001";
  private static final String READ = "/v1/customers/{id}";

  @Test
  void aReadIsRecordedWithWhoWhyWhatAndHow() throws SQLException {
    String id = created(aPerson());

    Map<String, @Nullable Object> access =
        recorded(200, "getCustomer", Api.as(SERVICE_AGENT), "GET", READ, id);

    assertThat(access)
        .containsEntry("userId", SERVICE_AGENT_ID)
        .containsEntry("clientId", "kexin-cli")
        .containsEntry("department", "customer-service")
        .containsEntry("roles", List.of("service-agent"))
        .containsEntry("purpose", "service")
        .containsEntry("outcome", "DISCLOSED")
        .containsEntry("disclosed", List.of("individual.birthDate", "individual.gender", "name"))
        .containsEntry("masked", List.of("emails", "phones"))
        .containsEntry("address", "127.0.0.1");
    assertThat(access).containsEntry("persons", List.of(id));
  }

  @Test
  void aListIsRecordedWithEachPersonInIt() throws SQLException {
    List<String> ids = created(3);

    Map<String, @Nullable Object> access =
        recorded(
            200,
            "listCustomers",
            Api.as(SALES).queryParam("sort", "-createdAt").queryParam("pageSize", "2"),
            "GET",
            "/v1/customers");

    // The row that only tells whether there is another page was read, but not shown.
    assertThat(access).containsEntry("persons", List.of(ids.get(2), ids.get(1)));
  }

  @Test
  void aSearchIsRecordedWithWhomItFound() throws SQLException {
    String name = People.aChineseName();
    String id = created(with(aPerson(), "name", name));

    Map<String, @Nullable Object> access =
        recorded(
            200,
            "searchCustomers",
            Api.as(SERVICE_AGENT).contentType("application/json").body(Map.of("name", name)),
            "POST",
            "/v1/customers/search");

    assertThat(access).containsEntry("persons", List.of(id));
    assertThat(access.values()).doesNotContain(name);
  }

  @Test
  void theOwnViewIsRecorded() throws SQLException {
    Api.writing(SERVICE_AGENT)
        .header("Allow-Duplicate", "true")
        .body(with(aPerson(), "id", OWN_RECORD))
        .post("/v1/customers");

    Map<String, @Nullable Object> access =
        recorded(200, "getMe", Api.as(CUSTOMER), "GET", "/v1/me");

    assertThat(access).containsEntry("persons", List.of(OWN_RECORD));
    assertThat(access).containsEntry("purpose", "self").doesNotContainKey("department");
    assertThat(String.valueOf(access.get("disclosed"))).contains("phones");
  }

  @Test
  void anAnswerThatSaysNothingNewIsRecordedAsShowingNothing() throws SQLException {
    String id = created(aPerson());

    Map<String, @Nullable Object> access =
        recorded(
            304,
            "getCustomer",
            Api.as(SERVICE_AGENT).header("If-None-Match", "\"0\""),
            "GET",
            READ,
            id);

    assertThat(access)
        .containsEntry("outcome", "NOTHING_SHOWN")
        .containsEntry("disclosed", List.of())
        .containsEntry("masked", List.of());
    assertThat(access).containsEntry("persons", List.of(id));
  }

  @Test
  void aCallDeniedForItsRoleIsRecordedWithThePersonItWasAbout() throws SQLException {
    String id = created(aPerson());

    Map<String, @Nullable Object> access =
        recorded(403, "getCustomer", Api.as(ANALYST), "GET", READ, id);

    assertThat(access)
        .containsEntry("outcome", "DENIED")
        .containsEntry("roles", List.of("analyst"));
    assertThat(access).containsEntry("persons", List.of(id));
  }

  @Test
  void aCallDeniedForItsPurposeIsRecordedWithThePurpose() throws SQLException {
    String id = created(aPerson());

    Map<String, @Nullable Object> access =
        recorded(
            403,
            "getCustomer",
            Api.withoutPurpose(SERVICE_AGENT).header("Purpose-Of-Use", "marketing"),
            "GET",
            READ,
            id);

    assertThat(access).containsEntry("outcome", "DENIED").containsEntry("purpose", "marketing");
    assertThat(access).containsEntry("persons", List.of(id));
  }

  @Test
  void aWriteThatIsDeniedIsRecordedToo() throws SQLException {
    String id = created(aPerson());

    Map<String, @Nullable Object> access =
        recorded(
            403, "patchCustomer", Api.patching(MARKETING, "\"0\"").body("{}"), "PATCH", READ, id);

    assertThat(access).containsEntry("outcome", "DENIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fun", "SERVICE", "service,sales"})
  void withoutAPurposeThatIsKnownNothingIsShown(String purpose) {
    Api.withoutPurpose(PARTNER)
        .header("Purpose-Of-Use", purpose)
        .get(READ, created(aPerson()))
        .then()
        .statusCode(400)
        .body("code", equalTo("purpose-required"));
  }

  @Test
  void whenTheRecordCannotBeWrittenNothingIsShown() throws SQLException {
    Map<String, Object> person = with(aPerson(), "name", "Canary" + People.digits(9));
    String id = created(person);
    String user = ConfigProvider.getConfig().getValue("kexin.db.user", String.class);
    asRoot("revoke insert on access_batch from '" + user + "'@'%'");
    try {
      withheld(Api.as(SERVICE_AGENT).get(READ, id), person);
    } finally {
      asRoot("grant insert on access_batch to '" + user + "'@'%'");
    }
    Api.as(SERVICE_AGENT).get(READ, id).then().statusCode(200);
  }

  @Test
  void whenTheRecordWaitsTooLongNothingIsShown() throws SQLException {
    Map<String, Object> person = with(aPerson(), "name", "Canary" + People.digits(9));
    String id = created(person);
    try (Connection root = Database.connection();
        Statement statement = root.createStatement()) {
      statement.execute("lock tables access_batch write");
      withheld(Api.as(SERVICE_AGENT).get(READ, id), person);
    }
    Api.as(SERVICE_AGENT).get(READ, id).then().statusCode(200).body("id", equalTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update access_batch set records = 1",
        "delete from access_batch",
        "truncate table access_batch",
        "drop table access_batch",
        "alter table access_batch add column x int",
        "update access_person set seq = 1",
        "delete from access_person",
        "truncate table access_person",
        "drop table access_person",
        "alter table access_person add column x int",
        "update access_user set seq = 1",
        "delete from access_user",
        "truncate table access_user",
        "drop table access_user",
        "alter table access_user add column x int",
        "update access_chain set hash = 1",
        "delete from access_chain",
        "truncate table access_chain",
        "drop table access_chain",
        "alter table access_chain add column x int",
        "update access_checkpoint set root = 1",
        "delete from access_checkpoint",
        "truncate table access_checkpoint",
        "drop table access_checkpoint",
        "alter table access_checkpoint add column x int",
        "delete from customer"
      })
  void theServicesOwnUserCannotRewriteHistory(String sql) throws SQLException {
    var config = ConfigProvider.getConfig();
    try (Connection connection =
            DriverManager.getConnection(
                config.getValue("kexin.db.url", String.class),
                config.getValue("kexin.db.user", String.class),
                config.getValue("kexin.db.password", String.class));
        Statement statement = connection.createStatement()) {
      SQLException refused = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
      assertThat(refused.getErrorCode()).as("ER_TABLEACCESS_DENIED_ERROR").isEqualTo(1142);
    }
  }

  @Test
  void thePrivacyOfficerReadsWhoLookedNewestFirstPageByPage() {
    String id = created(aPerson());
    // Brings the record of this change into the chain before those of the reads.
    Api.as(PRIVACY_OFFICER).get(READ + "/accesses", id);
    Api.as(SERVICE_AGENT).get(READ, id);
    Api.as(SALES).get(READ, id);
    Api.as(ANALYST).get(READ, id);

    Response first = Api.as(PRIVACY_OFFICER).queryParam("pageSize", 2).get(READ + "/accesses", id);
    first
        .then()
        .statusCode(200)
        .body("items.outcome", equalTo(List.of("DENIED", "DISCLOSED")))
        .body("items.roles", equalTo(List.of(List.of("analyst"), List.of("sales"))));
    Api.as(PRIVACY_OFFICER)
        .queryParam("pageSize", 3)
        .queryParam("pageToken", first.<String>path("nextPageToken"))
        .get(READ + "/accesses", id)
        .then()
        .statusCode(200)
        .body("items.operation", equalTo(List.of("getCustomer", "listAccesses", "createCustomer")))
        .body("items.outcome", equalTo(List.of("DISCLOSED", "DISCLOSED", "CHANGED")))
        .body("nextPageToken", nullValue());
    // Reading the log is a look like any other.
    Api.as(PRIVACY_OFFICER)
        .get(READ + "/accesses", id)
        .then()
        .body("items[0].operation", equalTo("listAccesses"));
  }

  private static void withheld(Response answer, Map<String, Object> person) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("ETag", nullValue())
        .header("Retry-After", equalTo("5"))
        .body("code", equalTo("audit-unavailable"))
        .body(not(containsString(People.the("name", person).toString())));
  }

  /** Makes the call and gives its one access record. */
  private static Map<String, @Nullable Object> recorded(
      int status,
      String operation,
      RequestSpecification request,
      String method,
      String path,
      Object... parameters)
      throws SQLException {
    String requestId = "test-" + People.anId();
    request
        .header("X-Request-Id", requestId)
        .request(method, path, parameters)
        .then()
        .statusCode(status)
        .header("X-Request-Id", requestId);
    var accesses = Database.accesses(requestId);
    assertThat(accesses).hasSize(1);
    assertThat(accesses.getFirst()).containsEntry("operation", operation);
    assertThat(accesses.getFirst()).containsEntry("status", status);
    return accesses.getFirst();
  }

  private static void asRoot(String sql) throws SQLException {
    try (Connection root = Database.connection();
        Statement statement = root.createStatement()) {
      statement.execute(sql);
    }
  }
}
