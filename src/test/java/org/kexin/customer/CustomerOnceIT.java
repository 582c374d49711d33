package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;
import static org.kexin.testing.People.without;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Hashes;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Together;

/** Requests that are repeated, collide, or come at the same moment. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerOnceIT {

  private static final String CUSTOMERS = "/v1/customers";
  private static final String CUSTOMER = "/v1/customers/{id}";
  private static final String BY_EXTERNAL_ID = "/v1/customers/by-external-id/{source}/{value}";
  private static final String SERVICE_AGENT_ID = "01932c00-0000-7000-8000-000000000101";

  @Test
  void aRepeatedCreateGivesTheSameAnswerAndMakesOneCustomer() throws SQLException {
    Map<String, Object> person = aPerson();
    String key = People.anId().toString();
    String id = create(SERVICE_AGENT, key, person).statusCode(201).extract().path("id");

    create(SERVICE_AGENT, key, person)
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("id", equalTo(id));

    assertThat(Database.rows("select id from customer where name = ?", the("name", person)))
        .hasSize(1);
  }

  @Test
  void aKeyUsedForAnotherBodyIsRefused() {
    String key = People.anId().toString();
    create(SERVICE_AGENT, key, aPerson()).statusCode(201);

    create(SERVICE_AGENT, key, aPerson())
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void aCreateWithoutAKeyIsRefused() {
    Api.as(SERVICE_AGENT)
        .contentType("application/json")
        .body(aPerson())
        .post(CUSTOMERS)
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
    create(SERVICE_AGENT, "k".repeat(256), aPerson()).statusCode(400);
  }

  @Test
  void theKeyOfAnotherCallerIsAnotherKey() {
    String key = People.anId().toString();
    String first = create(SERVICE_AGENT, key, aPerson()).statusCode(201).extract().path("id");

    String second = create(SALES, key, aPerson()).statusCode(201).extract().path("id");

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aRefusedCreateLeavesNoKeyBehind() {
    String key = People.anId().toString();
    create(SERVICE_AGENT, key, without(aPerson(), "source")).statusCode(400);

    create(SERVICE_AGENT, key, aPerson()).statusCode(201);
  }

  @Test
  void aRequestWhoseFirstIsStillBeingWorkedOnIsRefused() throws SQLException {
    String key = People.anId().toString();
    Map<String, Object> person = aPerson();
    try (Connection connection = Database.connection()) {
      connection.setAutoCommit(false);
      claim(connection, key);

      create(SERVICE_AGENT, key, person)
          .statusCode(409)
          .body("code", equalTo("idempotency-in-flight"));
      connection.rollback();
    }
    create(SERVICE_AGENT, key, person).statusCode(201);
  }

  @RepeatedTest(3)
  void oneKeySentByManyAtOnceMakesOneCustomer() throws Exception {
    Map<String, Object> person = aPerson();
    String key = People.anId().toString();

    List<Integer> statuses =
        atOnce(4, i -> create(SERVICE_AGENT, key, person).extract().statusCode());

    assertThat(statuses).contains(201).isSubsetOf(201, 409);
    assertThat(Database.rows("select id from customer where name = ?", the("name", person)))
        .hasSize(1);
  }

  @Test
  void aPossibleDuplicateIsRefusedWithItsCandidatesUnlessTheCallerInsists() {
    Map<String, Object> known = aPerson();
    String id = created(known);
    String email =
        the("emails", known)
            .toString()
            .replaceAll(".*address=|}.*", "")
            .toUpperCase(java.util.Locale.ROOT);

    for (Map<String, Object> similar :
        List.of(
            with(aPerson(), "phones", the("phones", known)),
            with(aPerson(), "emails", List.of(Map.of("address", email))))) {
      create(SERVICE_AGENT, People.anId().toString(), similar)
          .statusCode(409)
          .body("code", equalTo("possible-duplicate"))
          .body("candidates", contains(id));
    }
    Api.writing(SERVICE_AGENT)
        .header("Allow-Duplicate", "true")
        .body(with(aPerson(), "phones", the("phones", known)))
        .post(CUSTOMERS)
        .then()
        .statusCode(201);
  }

  @Test
  void anUpsertCreatesThenReplacesThenChangesNothing() {
    Map<String, String> externalId = People.anExternalId();
    Map<String, Object> person = aPerson();

    String id =
        upsert(externalId, person).statusCode(201).header("ETag", "\"0\"").extract().path("id");
    upsert(externalId, with(person, "name", "Ann " + People.digits(9)))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(id));
    upsert(externalId, with(person, "name", "Bob " + id)).statusCode(200).header("ETag", "\"2\"");
    upsert(externalId, with(person, "name", "Bob " + id))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("version", equalTo(2));
  }

  @Test
  void anUpsertCannotGiveACustomerAnotherId() {
    Map<String, String> externalId = People.anExternalId();
    upsert(externalId, aPerson()).statusCode(201);

    upsert(externalId, with(aPerson(), "id", People.anId().toString()))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/id"));
  }

  @Test
  void anExternalIdOfAnotherCustomerIsRefusedWithItsOwner() {
    Map<String, String> externalId = People.anExternalId();
    String owner = created(with(aPerson(), "externalIds", List.of(externalId)));
    String other = created(aPerson());

    create(
            SERVICE_AGENT,
            People.anId().toString(),
            with(aPerson(), "externalIds", List.of(externalId)))
        .statusCode(409)
        .body("code", equalTo("already-exists"))
        .body("candidates", contains(owner));
    Api.patching(DATA_STEWARD, "\"0\"")
        .body(Map.of("externalIds", List.of(externalId)))
        .patch(CUSTOMER, other)
        .then()
        .statusCode(409)
        .body("candidates", contains(owner));
  }

  @RepeatedTest(3)
  void ofTwoChangesOfOneVersionOneWins() throws Exception {
    String id = created(aPerson());

    List<Integer> statuses =
        atOnce(
            2,
            i ->
                Api.patching(SERVICE_AGENT, "\"0\"")
                    .body(Map.of("name", "Ann " + i))
                    .patch(CUSTOMER, id)
                    .statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    Api.as(SERVICE_AGENT).get(CUSTOMER, id).then().header("ETag", "\"1\"");
  }

  @RepeatedTest(3)
  void ofTwoCustomersWithOneExternalIdOneIsMade() throws Exception {
    Map<String, String> externalId = People.anExternalId();

    List<Integer> statuses =
        atOnce(
            2,
            i ->
                create(
                        SERVICE_AGENT,
                        People.anId().toString(),
                        with(aPerson(), "externalIds", List.of(externalId)))
                    .extract()
                    .statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void anExternalIdTakenBetweenLookingAndWritingIsAConflict() throws Exception {
    Map<String, String> externalId = People.anExternalId();
    String other = created(aPerson());
    Map<String, Object> person = with(aPerson(), "externalIds", List.of(externalId));
    try (Connection connection = Database.connection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into customer_external_id values (?, ?, ?)")) {
        insert.setString(1, externalId.get("source"));
        insert.setString(2, externalId.get("value"));
        insert.setBytes(3, Database.bytes(other));
        insert.executeUpdate();
      }
      CompletableFuture<ValidatableResponse> waiting =
          CompletableFuture.supplyAsync(
              () -> create(SERVICE_AGENT, People.anId().toString(), person));
      Database.awaitLockWait();
      connection.commit();

      waiting.get().statusCode(409).body("code", equalTo("already-exists"));
    }
    assertThat(Database.rows("select id from customer where name = ?", the("name", person)))
        .isEmpty();
  }

  private static void claim(Connection connection, String key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into idempotency_key values (?, ?, ?, null, now(6))")) {
      insert.setBytes(1, Database.bytes(People.anId().toString()));
      insert.setBytes(2, Hashes.sha256(SERVICE_AGENT_ID + "\ncreateCustomer\n" + key));
      insert.setBytes(3, new byte[32]);
      insert.executeUpdate();
    }
  }

  private static ValidatableResponse create(String role, String key, Map<String, Object> body) {
    return Api.as(role)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(CUSTOMERS)
        .then();
  }

  private static ValidatableResponse upsert(
      Map<String, String> externalId, Map<String, Object> body) {
    return Api.as(PARTNER)
        .contentType("application/json")
        .body(body)
        .put(BY_EXTERNAL_ID, externalId.get("source"), externalId.get("value"))
        .then();
  }

  private static List<Integer> atOnce(int callers, java.util.function.IntFunction<Integer> call)
      throws InterruptedException, ExecutionException {
    List<Callable<@Nullable Integer>> calls = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int caller = i;
      calls.add(() -> call.apply(caller));
    }
    return List.copyOf(Together.run(calls));
  }
}
