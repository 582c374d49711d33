package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Every change of personal data is recorded: who, of whom, which attributes, never the values. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ChangeRecordIT {

  private static final String CUSTOMER = "/v1/customers/{id}";

  @Inject Chainer chainer;

  private final String requestId = "test-" + People.anId();

  @Test
  void aNewCustomerIsAChangeOfWhatIsKnownOfThem() throws SQLException {
    Response made = request(Api.writing(SERVICE_AGENT)).body(aPerson()).post("/v1/customers");

    Map<String, @Nullable Object> change = onlyChange();

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(change)
        .containsEntry("operation", "createCustomer")
        .containsEntry("userId", "01932c00-0000-7000-8000-000000000101")
        .containsEntry("clientId", "kexin-cli")
        .containsEntry("department", "customer-service")
        .containsEntry("roles", List.of("service-agent"))
        .containsEntry("purpose", "service")
        .containsEntry("address", "127.0.0.1")
        .containsEntry("persons", List.of(made.<String>path("id")))
        .containsEntry("disclosed", List.of());
    assertThat(change)
        .containsEntry(
            "changed",
            List.of(
                "emails",
                "individual.birthDate",
                "individual.gender",
                "kind",
                "name",
                "phones",
                "source"));
  }

  @Test
  void aPatchNamesOnlyWhatReallyDiffers() throws SQLException {
    Map<String, Object> person = with(aPerson(), "name", "Anna Berg");
    String id = created(person);

    request(Api.patching(SERVICE_AGENT, "\"0\""))
        .body(
            Map.of(
                "name",
                People.the("name", person),
                "phones",
                List.of(Map.of("number", People.aPhone())),
                "individual",
                Map.of("birthDate", "1971-02-03")))
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200);

    assertThat(onlyChange())
        .containsEntry("operation", "patchCustomer")
        .containsEntry("persons", List.of(id))
        .containsEntry("changed", List.of("individual.birthDate", "phones"));
  }

  @Test
  void aPatchThatChangesNothingIsNoChange() throws SQLException {
    String id = created(aPerson());

    request(Api.patching(SERVICE_AGENT, "\"0\""))
        .body("{}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200);

    assertThat(records()).isEmpty();
  }

  @Test
  void aDeletionIsAChange() throws SQLException {
    String id = created(aPerson());

    request(Api.as(DATA_STEWARD))
        .header("If-Match", "\"0\"")
        .delete(CUSTOMER, id)
        .then()
        .statusCode(204);

    assertThat(onlyChange())
        .containsEntry("operation", "deleteCustomer")
        .containsEntry("persons", List.of(id))
        .containsEntry("changed", List.of("deletedAt"));
  }

  @Test
  void anUpsertIsAChangeEachTime() throws SQLException {
    Map<String, Object> enterprise = anEnterprise();
    String path = "/v1/customers/by-external-id/change-test/" + digits(12);
    String id =
        request(Api.as(DATA_STEWARD))
            .contentType("application/json")
            .body(enterprise)
            .put(path)
            .path("id");
    request(Api.as(DATA_STEWARD))
        .contentType("application/json")
        .body(with(enterprise, "name", "Northern Lights " + digits(6)))
        .put(path)
        .then()
        .statusCode(200);

    List<Map<String, @Nullable Object>> changes = records();

    assertThat(changes)
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).containsEntry("persons", List.of(id)));
    assertThat(String.valueOf(changes.get(0).get("changed")))
        .contains("externalIds", "kind", "name");
    assertThat(changes.get(1)).containsEntry("changed", List.of("name"));
  }

  @Test
  void aTransactionIsAChangeOfItsCustomer() throws SQLException {
    String customer = created(aPerson());

    request(Api.writing(SERVICE_AGENT))
        .body(order(customer))
        .post("/v1/transactions")
        .then()
        .statusCode(201);

    assertThat(onlyChange())
        .containsEntry("operation", "createTransaction")
        .containsEntry("persons", List.of(customer))
        .containsEntry("changed", List.of("transactions"));
  }

  @Test
  void ofManyTransactionsOnlyTheRecordedOnesAreChanges() throws SQLException {
    String one = created(aPerson());
    String other = created(aPerson());
    Map<String, Object> refused = with(order(other), "lines", List.of());

    request(Api.writing(SERVICE_AGENT))
        .body(Map.of("allOrNone", false, "items", List.of(order(one), refused)))
        .post("/v1/transactions/batches")
        .then()
        .statusCode(200);

    assertThat(onlyChange()).containsEntry("persons", List.of(one));
  }

  @Test
  void whatIsUndoneWasNoChange() throws SQLException {
    String one = created(aPerson());
    Map<String, Object> refused = with(order(one), "lines", List.of());

    request(Api.writing(SERVICE_AGENT))
        .body(Map.of("allOrNone", true, "items", List.of(order(one), refused)))
        .post("/v1/transactions/batches")
        .then()
        .statusCode(200);

    assertThat(records()).isEmpty();
  }

  @Test
  void anImportIsRecordedByBatchesForWhoSentIt() throws SQLException {
    String lines =
        """
        kind,name,phone,email,externalSource,externalId,source
        INDIVIDUAL,A%1$s,,,change-test,a%1$s,SALES_RECORD
        INDIVIDUAL,B%1$s,,,change-test,b%1$s,SALES_RECORD
        INDIVIDUAL,C%1$s,,c%1$s@example.com,change-test,c%1$s,SALES_RECORD
        """
            .formatted(digits(12));

    String location =
        request(Api.as(DATA_STEWARD))
            .header("Idempotency-Key", People.anId().toString())
            .queryParam("kind", "customers")
            .config(
                io.restassured.RestAssured.config()
                    .encoderConfig(
                        io.restassured.config.EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                            .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.TEXT)))
            .contentType("text/csv")
            .body(lines)
            .post("/v1/imports")
            .header("Location");
    // The stream of events ends with the import.
    Api.as(DATA_STEWARD)
        .get(java.net.URI.create(location).getPath() + "/progress")
        .then()
        .statusCode(200);

    List<Map<String, @Nullable Object>> changes = records();

    assertThat(changes)
        .hasSize(2)
        .allSatisfy(
            change ->
                assertThat(change)
                    .containsEntry("operation", "createImport")
                    .containsEntry("roles", List.of("data-steward"))
                    .containsEntry("outcome", "CHANGED"));
    assertThat(changes)
        .extracting(
            change -> ((List<?>) java.util.Objects.requireNonNull(change.get("persons"))).size())
        .containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void withoutItsRecordNothingIsChanged() throws SQLException {
    String id = created(aPerson());
    String user = ConfigProvider.getConfig().getValue("kexin.db.user", String.class);
    asRoot("revoke insert on change_outbox from '" + user + "'@'%'");
    try {
      Api.patching(SERVICE_AGENT, "\"0\"")
          .body(Map.of("name", "Somebody else"))
          .patch(CUSTOMER, id)
          .then()
          .statusCode(500);
    } finally {
      asRoot("grant insert on change_outbox to '" + user + "'@'%'");
    }

    Api.as(SERVICE_AGENT).get(CUSTOMER, id).then().statusCode(200).header("ETag", "\"0\"");
  }

  @Test
  void whileTheLogCannotBeWrittenNoChangeIsLost() throws SQLException {
    String id = created(aPerson());
    asRoot("rename table access_batch to access_batch_away");
    try {
      request(Api.patching(SERVICE_AGENT, "\"0\""))
          .body(Map.of("name", "Renamed"))
          .patch(CUSTOMER, id)
          .then()
          .statusCode(200);
    } finally {
      asRoot("rename table access_batch_away to access_batch");
    }

    assertThat(onlyChange()).containsEntry("changed", List.of("name"));
  }

  private RequestSpecification request(RequestSpecification request) {
    return request.header("X-Request-Id", requestId);
  }

  private Map<String, @Nullable Object> onlyChange() throws SQLException {
    List<Map<String, @Nullable Object>> records = records();
    assertThat(records).hasSize(1);
    assertThat(records.getFirst()).containsEntry("outcome", "CHANGED");
    return records.getFirst();
  }

  private List<Map<String, @Nullable Object>> records() throws SQLException {
    chainer.catchUp();
    return Database.accesses(requestId);
  }

  private static Map<String, Object> order(String customer) {
    String code = "CHANGE-" + digits(12);
    Api.writing(DATA_STEWARD)
        .body(Map.of("code", code, "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    return Map.of(
        "kind", "ORDER",
        "source", "change-test",
        "number", digits(12),
        "customerId", customer,
        "channel", "ONLINE",
        "currency", "CNY",
        "occurredAt", "2026-03-01T08:26:00Z",
        "lines", List.of(Map.of("productCode", code, "quantity", 6, "unitPrice", "2.55")));
  }

  private static void asRoot(String sql) throws SQLException {
    try (Connection root = Database.connection();
        Statement statement = root.createStatement()) {
      statement.execute(sql);
    }
  }
}
