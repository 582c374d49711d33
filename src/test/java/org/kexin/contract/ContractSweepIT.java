package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.kexin.access.Spending;
import org.kexin.testing.Api;
import org.kexin.testing.Contract;
import org.kexin.testing.Contract.Operation;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Tokens;

/**
 * Walks the contract and has the running service give each kind of answer that every operation
 * documents. A new operation is walked too; what it needs beyond the contract stands in {@link
 * ContractSamples}.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ContractSweepIT {

  private static final int BYTES_TOO_MANY = 1_048_577;
  private static final String UNKNOWN_ID = "0192f1c4-7d5e-7a3b-9c1d-000000000000";
  private static final String OTHER_ETAG = "\"987654321\"";
  private static final String OWN_CUSTOMER = People.OWN_CUSTOMER;

  private final Contract contract = new Contract();
  private final ContractSamples samples = new ContractSamples(contract);

  @Test
  void aCallerWithTheRoleIsServed() {
    // The customer's own record is there for some time only, see the last test.
    List<Operation> all =
        contract.operations().stream().filter(it -> !it.path().startsWith("/v1/me")).toList();
    assertThat(all)
        .allSatisfy(
            operation ->
                assertThat(samples.accepted(operation).send().statusCode())
                    .as(operation.toString())
                    .isBetween(200, 299));
  }

  @Test
  void anUpsertThatIsRepeatedAnswers200() {
    each(
        operation -> operation.method().equals("PUT") && operation.answers(201),
        200,
        operation -> {
          ContractCall call = samples.accepted(operation);
          call.send();
          return call.send();
        });
  }

  @Test
  void whoeverHasThePresentVersionIsAnswered304() {
    each(
        304,
        operation -> {
          ContractCall call = samples.accepted(operation);
          return call.with("If-None-Match", call.send().header("ETag")).send();
        });
  }

  @Test
  void anUnreadableQueryIsRefused() {
    each(400, operation -> samples.accepted(operation).asking("q=%00").send());
  }

  @Test
  void malformedJsonIsRefused() {
    each(
        ContractSweepIT::takesJson,
        400,
        operation ->
            samples.accepted(operation).sending(operation.mediaType().orElseThrow(), "{").send());
  }

  @Test
  void personalDataIsRefusedWithoutAPurpose() {
    each(
        Operation::discloses,
        400,
        operation -> samples.accepted(operation).with(ContractCall.PURPOSE, null).send());
  }

  @Test
  void nobodyIsServedWithoutAToken() {
    each(401, operation -> samples.accepted(operation).as(null).send());
  }

  @Test
  void aCallerWithAnotherRoleIsRefused() {
    each(403, operation -> samples.accepted(operation).as(roleOutside(operation)).send());
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    each(
        operation -> operation.answers(404) && !operation.pathParameters().isEmpty(),
        404,
        operation -> {
          ContractCall call = samples.accepted(operation);
          Response answer = call.at(UNKNOWN_ID).send();
          // Some lists are empty for an id that nobody has; no path fits what is not an id.
          return answer.statusCode() == 404 ? answer : call.at("no-such-thing").send();
        });
  }

  @Test
  void aCollisionIsRefused() throws SQLException {
    List<String> failures = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      if (operation.answers(409)) {
        expect(
            409,
            operation,
            failures,
            it -> samples.collision(it).orElseGet(() -> answerInFlight(it)));
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aStaleVersionIsRefused() {
    each(
        412,
        operation -> samples.accepted(operation).with(ContractCall.IF_MATCH, OTHER_ETAG).send());
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String large = "{\"x\":\"" + "x".repeat(BYTES_TOO_MANY) + "\"}";
    each(
        operation -> operation.answers(413) && takesJson(operation),
        413,
        operation ->
            samples.accepted(operation).sending(operation.mediaType().orElseThrow(), large).send());
  }

  @Test
  void aBodyOfAnotherMediaTypeIsRefused() {
    each(415, operation -> samples.accepted(operation).sending("text/plain", "hello").send());
  }

  @Test
  void aKeyOfAnotherRequestIsRefused() {
    each(
        422,
        operation -> {
          ContractCall first = samples.accepted(operation);
          first.send();
          return samples.another(first).send();
        });
  }

  @Test
  void aChangeWithoutAVersionIsRefused() {
    each(428, operation -> samples.accepted(operation).with(ContractCall.IF_MATCH, null).send());
  }

  @Test
  void aCallerWhoseQuotaIsUsedUpIsRefused() {
    each(
        429,
        operation -> {
          ContractCall call = samples.accepted(operation);
          try (Spending _ = Spending.allRequestsOf(String.valueOf(call.role()))) {
            return call.send();
          }
        });
  }

  /** A denial must be recorded just like a disclosure, so it is withheld in the same way. */
  @Test
  void nothingIsAnsweredThatCannotBeRecorded() throws SQLException {
    Map<Operation, ContractCall> calls = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      if (operation.answers(503)) {
        ContractCall call = samples.accepted(operation);
        calls.put(operation, operation.discloses() ? call : call.as(roleOutside(operation)));
      }
    }
    List<String> failures = new ArrayList<>();
    execute("rename table access_batch to access_batch_away");
    try {
      calls.forEach((operation, call) -> expect(503, operation, failures, ignored -> call.send()));
    } finally {
      execute("rename table access_batch_away to access_batch");
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aCustomerFindsTheirOwnRecordWhileItIsThere() throws SQLException {
    People.ownCustomer();
    Map<Operation, ContractCall> own = new LinkedHashMap<>();
    contract.operations().stream()
        .filter(it -> it.path().startsWith("/v1/me"))
        .forEach(it -> own.put(it, samples.accepted(it)));
    List<String> failures = new ArrayList<>();

    own.forEach((operation, call) -> expect(200, operation, failures, ignored -> call.send()));
    // By hand, because a deleted id could never be made again, and other tests may need it.
    execute(
        "update customer set deleted_at = now(6) where id = uuid_to_bin('" + OWN_CUSTOMER + "')");
    try {
      // Who looked is told also while there is nothing left to look at.
      own.keySet().removeIf(operation -> !operation.answers(404));
      own.forEach(
          (operation, call) -> expect(404, operation, failures, ignored -> again(call).send()));
    } finally {
      execute(
          "update customer set deleted_at = null where id = uuid_to_bin('" + OWN_CUSTOMER + "')");
    }
    assertThat(failures).isEmpty();
  }

  /** The same call, not as a repetition that gets the remembered answer. */
  private static ContractCall again(ContractCall call) {
    return call.headers().containsKey(ContractCall.KEY)
        ? call.with(ContractCall.KEY, UUID.randomUUID().toString())
        : call;
  }

  private void each(int status, Function<Operation, Response> call) {
    each(operation -> operation.answers(status), status, call);
  }

  private void each(Predicate<Operation> which, int status, Function<Operation, Response> call) {
    List<String> failures = new ArrayList<>();
    contract.operations().stream()
        .filter(which)
        .forEach(operation -> expect(status, operation, failures, call));
    assertThat(failures).isEmpty();
  }

  private static void expect(
      int status, Operation operation, List<String> failures, Function<Operation, Response> call) {
    try {
      Response answer = call.apply(operation);
      if (answer.statusCode() != status) {
        failures.add(
            "%s answered %d in place of %d: %s"
                .formatted(operation, answer.statusCode(), status, answer.asString()));
      }
    } catch (AssertionError unlikeTheContract) {
      failures.add(String.valueOf(unlikeTheContract.getMessage()));
    }
  }

  /** The answer while a transaction holds the same key that has not ended. */
  private Response answerInFlight(Operation operation) {
    ContractCall call = samples.accepted(operation);
    if (!call.headers().containsKey(ContractCall.KEY)) {
      throw new AssertionError("ContractSamples.COLLISIONS lacks a collision for " + operation);
    }
    String claim =
        subject(Tokens.of(String.valueOf(call.role())))
            + '\n'
            + operation.id()
            + '\n'
            + call.headers().get(ContractCall.KEY);
    try (Connection connection = Database.connection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into idempotency_key (id, key_hash, fingerprint, created_at)"
                  + " values (uuid_to_bin(?), ?, ?, now(6))")) {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setBytes(2, sha256(claim));
        insert.setBytes(3, sha256("another request"));
        insert.executeUpdate();
        return call.send();
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Files are read as they come, whatever their size and content. */
  private static boolean takesJson(Operation operation) {
    return operation.mediaType().filter(type -> type.matches(".*[/+]json")).isPresent();
  }

  /** A role that may not call it. */
  static String roleOutside(Operation operation) {
    return Api.PURPOSES.keySet().stream()
        .sorted()
        .filter(role -> !operation.roles().contains(role))
        .findFirst()
        .orElseThrow(() -> new AssertionError(operation + " is open to every role"));
  }

  private static String subject(String token) {
    try {
      return new ObjectMapper()
          .readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]))
          .path("sub")
          .asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
