package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Walks the table of operations and roles against the running service, with real tokens. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OperationRolesIT {

  private static final Operations TABLE = Operations.read();
  private static JsonNode contract = MissingNode.getInstance();

  @BeforeEach
  void readTheContract() throws IOException {
    if (!contract.isMissingNode()) {
      return;
    }
    contract = new ObjectMapper().readTree(RestAssured.get("/q/openapi?format=json").asString());
  }

  static Set<String> operations() {
    return TABLE.roles().keySet();
  }

  @Test
  void theTableNamesEveryOperationThatIsServed() {
    Set<String> served = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> served.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey()));
    }
    served.removeIf(operation -> operation.startsWith("PARAMETERS "));

    assertThat(served).isEqualTo(TABLE.roles().keySet());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theRolesOfTheTableAreLetInAndNobodyElse(String operation) {
    Set<String> allowed = TABLE.roles().getOrDefault(operation, new TreeSet<>());
    List<String> wrong = new ArrayList<>();
    for (String role : Operations.ALL_ROLES) {
      Response answer = call(operation, Api.as(role));
      boolean letIn = answer.statusCode() != 401 && answer.statusCode() != 403;
      boolean failed = answer.statusCode() >= 500;
      boolean refusedWell = letIn || isForbidden(answer);
      if (letIn != allowed.contains(role) || failed || !refusedWell) {
        wrong.add(role + " got " + answer.statusCode());
      }
    }

    assertThat(wrong).as(operation).isEmpty();
  }

  @Test
  void theContractNamesTheRolesOfTheTable() {
    Map<String, SortedSet<String>> named = new TreeMap<>();
    for (String operation : TABLE.roles().keySet()) {
      SortedSet<String> roles = new TreeSet<>();
      contractOf(operation).path("x-roles").forEach(role -> roles.add(role.asText()));
      named.put(operation, roles);
    }

    assertThat(named).isEqualTo(TABLE.roles());
  }

  /** By the operation's class in the contract: no operation can be added that nobody records. */
  @ParameterizedTest
  @MethodSource("operations")
  void everyDisclosureAndEveryDenialLeavesOneRecord(String operation) throws SQLException {
    String name = contractOf(operation).path("operationId").asText();
    boolean discloses = !contractOf(operation).path("x-data-class").isEmpty();
    for (String role : Operations.ALL_ROLES) {
      String requestId = "test-" + People.anId();

      Response answer = call(operation, Api.as(role).header("X-Request-Id", requestId));

      boolean denied = answer.statusCode() == 403;
      var records =
          Database.accesses(requestId).stream()
              .map(
                  access -> {
                    access.keySet().retainAll(Set.of("operation", "status", "roles", "outcome"));
                    return access;
                  })
              .toList();
      if (denied || discloses) {
        String outcome =
            denied ? "DENIED" : answer.statusCode() == 200 ? "DISCLOSED" : "NOTHING_SHOWN";
        assertThat(records)
            .as("%s by %s", operation, role)
            .containsExactly(
                Map.of(
                    "operation",
                    name,
                    "status",
                    answer.statusCode(),
                    "roles",
                    List.of(role),
                    "outcome",
                    outcome));
      } else {
        assertThat(records).as("%s by %s", operation, role).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nobodyIsLetInWithoutAToken(String operation) {
    Response answer = call(operation, RestAssured.given().header("Purpose-Of-Use", "service"));

    answer.then().statusCode(401).contentType("application/problem+json");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  private static boolean isForbidden(Response answer) {
    return answer.statusCode() == 403
        && answer.contentType().startsWith("application/problem+json")
        && "forbidden".equals(answer.path("code"));
  }

  /** A call that is well-formed as far as media types go, about nothing that exists. */
  private static Response call(String operation, RequestSpecification request) {
    String[] methodAndPath = operation.split(" ", 2);
    String method = methodAndPath[0];
    String path = methodAndPath[1];
    String mediaType = mediaType(operation);
    if (!mediaType.isEmpty()) {
      request.contentType(mediaType).body("{}");
    }
    String place =
        path.replace("{id}", People.anId().toString()).replaceAll("\\{[^}]*}", "unknown");
    return request.request(method, place);
  }

  private static JsonNode contractOf(String operation) {
    String[] methodAndPath = operation.split(" ", 2);
    return contract
        .path("paths")
        .path(methodAndPath[1])
        .path(methodAndPath[0].toLowerCase(Locale.ROOT));
  }

  private static String mediaType(String operation) {
    Iterator<String> types = contractOf(operation).path("requestBody").path("content").fieldNames();
    return types.hasNext() ? types.next() : "";
  }
}
