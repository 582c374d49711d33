package org.kexin.contract;

import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.anExternalId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Api;
import org.kexin.testing.Contract;
import org.kexin.testing.Contract.Operation;

/**
 * Calls each operation on a record that is the caller's own, or is not, and says what came of it.
 * Operations on one customer, order or import need nothing here; lists and writes, in which a
 * record stands elsewhere than in the path, have a line of their own.
 */
final class Probes {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Currencies in which nothing else is sold, so that an analysis is about one order. */
  private static final String STATISTICS_CURRENCY = "XPF";

  private static final String NOT_NAMED = "-";

  private final ContractSamples samples;
  private final Map<Operation, ContractCall> unspent = new HashMap<>();

  Probes(Contract contract) {
    this.samples = new ContractSamples(contract);
  }

  /** A letter of the table, or the status where it is none that the table knows. */
  String outcome(Operation operation, String role, Whose whose) {
    ContractCall call = call(operation, role);
    for (FeatureSamples feature : FeatureSamples.all()) {
      FeatureSamples.Probe probe = feature.probes().get(operation.id());
      if (probe != null) {
        return probe.outcome(call, role, whose);
      }
    }
    return switch (operation.id()) {
      case "createCustomer" -> whole(sending(call, OwnedRecords.person(role, whose)));
      case "upsertCustomer" -> upsert(call, role, whose);
      case "listCustomers" -> listed(call.asking("sort=-createdAt&pageSize=200"), role, whose);
      case "searchCustomers" -> searched(call, role, whose);
      case "createTransaction" -> whole(sending(call, order(role, whose)));
      case "createTransactions" -> batch(call, order(role, whose));
      case "listTransactions" -> transactions(call, role, whose);
      case "getStatistics" -> bestCustomer(call, role, whose);
      case "listRfmScores" -> scored(call, role, whose);
      case "listAnalysisProjects" ->
          row(call.asking("pageSize=200"), "items", "id", OwnedRecords.project(whose));
      case "listPseudonymousRfmScores" -> pseudonymous(call, whose);
      case "listImports" ->
          row(call.asking("pageSize=200"), "items", "id", OwnedRecords.importRun(role, whose));
      default -> onOneRecord(call, role, whose);
    };
  }

  /** A call that is refused spends nothing, so one serves all roles that may not make it. */
  private ContractCall call(Operation operation, String role) {
    ContractCall call =
        operation.roles().contains(role)
            ? samples.accepted(operation)
            : unspent.computeIfAbsent(operation, samples::accepted);
    return call.as(role);
  }

  private static String onOneRecord(ContractCall call, String role, Whose whose) {
    String path = call.operation().path();
    for (FeatureSamples feature : FeatureSamples.all()) {
      for (Map.Entry<String, FeatureSamples.OwnRecord> record : feature.records().entrySet()) {
        if (path.startsWith(record.getKey())) {
          return whole(call.at(record.getValue().id(role, whose)));
        }
      }
    }
    if (path.startsWith("/v1/customers/{id}")) {
      return whole(call.at(OwnedRecords.customer(role, whose)));
    }
    if (path.startsWith("/v1/transactions/{id}")) {
      return whole(call.at(OwnedRecords.order(role, whose, "CNY")));
    }
    if (path.startsWith("/v1/imports/{id}")) {
      return whole(call.at(OwnedRecords.importRun(role, whose)));
    }
    if (whose == Whose.FOREIGN) {
      return NOT_NAMED;
    }
    if (path.startsWith("/v1/me")) {
      OwnedRecords.customer(role, whose);
    }
    return whole(call);
  }

  private static String upsert(ContractCall call, String role, Whose whose) {
    Map<String, String> externalId = anExternalId();
    Map<String, Object> known = with(anEnterprise(), "externalIds", List.of(externalId));
    created(with(known, "department", department(role, whose)));
    return whole(
        call.at(
            Map.of(
                "source", externalId.getOrDefault("source", ""),
                "externalId", externalId.getOrDefault("value", ""))));
  }

  private static Object department(String role, Whose whose) {
    return OwnedRecords.person(role, whose).getOrDefault("department", "nowhere");
  }

  private static String listed(ContractCall call, String role, Whose whose) {
    String id = OwnedRecords.customer(role, whose);
    return row(call, "items", "id", id);
  }

  private static String searched(ContractCall call, String role, Whose whose) {
    Map<String, Object> person = OwnedRecords.person(role, whose);
    String id = created(person);
    String name = String.valueOf(person.get("name"));
    return row(sending(call, Map.of("name", name)), "items", "id", id);
  }

  private static String batch(ContractCall call, Map<String, Object> order) {
    Response answer = sending(call, Map.of("allOrNone", false, "items", List.of(order))).send();
    boolean refused = answer.statusCode() == 200 && answer.path("items[0].id") == null;
    return refused ? "refused" : status(answer);
  }

  private static String transactions(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    Response made = recorded(customer, "CNY");
    return row(call.asking("customerId=" + customer), "items", "id", made.path("id"));
  }

  private static String bestCustomer(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    recorded(customer, STATISTICS_CURRENCY);
    return row(
        call.asking("currency=" + STATISTICS_CURRENCY + "&topCustomers=100"),
        "topCustomers",
        "customerId",
        customer);
  }

  private static String scored(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    recorded(customer, STATISTICS_CURRENCY);
    return row(
        call.asking("currency=" + STATISTICS_CURRENCY + "&customerId=" + customer),
        "items",
        "customerId",
        customer);
  }

  /** Masked is a row that names nobody. */
  private static String pseudonymous(ContractCall call, Whose whose) {
    Response answer =
        call.at(OwnedRecords.project(whose))
            .asking("currency=" + PseudonymousBuyers.currency())
            .send();
    return answer.statusCode() == 200 && answer.path("items[0].pseudonym") != null
        ? "M"
        : status(answer);
  }

  private static Response recorded(String customer, String currency) {
    Response made =
        Api.writing(Api.DATA_STEWARD)
            .body(OwnedRecords.anOrder(customer, currency))
            .post("/v1/transactions");
    made.then().statusCode(201);
    return made;
  }

  private static Map<String, Object> order(String role, Whose whose) {
    return OwnedRecords.anOrder(OwnedRecords.customer(role, whose), "CNY");
  }

  /** What came of a call whose answer is the record, or says nothing of it. */
  static String whole(ContractCall call) {
    Response answer = call.send();
    boolean json = answer.contentType().startsWith("application/json");
    return answer.statusCode() / 100 == 2 && json ? shown(tree(answer.asString())) : status(answer);
  }

  /** What came of a call whose answer has rows, for the row with that id. */
  static String row(ContractCall call, String rows, String member, String id) {
    Response answer = call.send();
    if (answer.statusCode() != 200) {
      return status(answer);
    }
    return StreamSupport.stream(tree(answer.asString()).path(rows).spliterator(), false)
        .filter(row -> row.path(member).asText().equals(id))
        .findFirst()
        .map(Probes::shown)
        .orElse("N");
  }

  static String shown(JsonNode record) {
    return record.path("masked").isEmpty() ? "A" : "M";
  }

  static String status(Response answer) {
    return switch (answer.statusCode()) {
      case 200, 201, 202, 204 -> "A";
      case 403 -> "D";
      case 404 -> "N";
      default -> answer.statusCode() + " " + answer.asString();
    };
  }

  private static JsonNode tree(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static ContractCall sending(ContractCall call, Object body) {
    try {
      return call.sending(String.valueOf(call.mediaType()), JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
