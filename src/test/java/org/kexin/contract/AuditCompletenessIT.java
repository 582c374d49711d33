package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Contract;
import org.kexin.testing.Contract.Operation;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/**
 * No operation of the contract is left out of the audit: each that discloses leaves one record with
 * all persons of its answer, each that changes personal data one of the change, each denial one. A
 * new operation is called, too; one that is no business of the audit must be named here.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AuditCompletenessIT {

  private static final String CUSTOMER_ID = "01932c00-0000-7000-8000-000000000001";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** Answers that hold sums, or text of which nobody can say whom it is about. */
  private static final Set<String> NAMES_NOBODY =
      Set.of("getRfm", "getImportErrors", "reportDepartments", "listFindings");

  /** What changes nothing that is known of a customer. */
  private static final Set<String> CHANGES_NO_PERSON =
      Set.of(
          "createProduct",
          "patchProduct",
          "cancelImport",
          "reviewJustification",
          "publishPrivacyNotice",
          "confirmRetention",
          "startAnalysisProject",
          "endAnalysisProject");

  private final Contract contract = new Contract();
  private final ContractSamples samples = new ContractSamples(contract);

  @Test
  void everyDisclosureIsRecordedWithEachPersonInTheAnswer() throws SQLException {
    anOrderOf(created(aPerson()));
    Api.writing(Api.SERVICE_AGENT)
        .body(People.with(aPerson(), "id", CUSTOMER_ID))
        .post("/v1/customers");
    AuditSamples.aJustifiedAccess();
    PrivacySamples.aHoldAndARequest();
    List<String> gaps = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      if (operation.discloses()) {
        String gap = gapOfDisclosure(operation);
        if (gap != null) {
          gaps.add(operation + ": " + gap);
        }
      }
    }
    assertThat(gaps).isEmpty();
  }

  @Test
  void everyChangeOfPersonalDataIsRecorded() throws SQLException {
    List<String> gaps = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      boolean asks = operation.node().path("x-idempotent").asBoolean();
      if (CHANGING.contains(operation.method()) && !asks && !changesNoPerson(operation)) {
        String requestId = "audit-" + People.anId();
        ContractCall call = changing(operation).with("X-Request-Id", requestId);
        Response answer = call.send();
        if (operation.id().equals("createImport")) {
          // Its stream of events ends with the import.
          Api.as(Api.DATA_STEWARD).get("/v1/imports/" + answer.path("id") + "/progress");
        }
        List<Map<String, @Nullable Object>> changes =
            recordsInTheLog(requestId).stream()
                .filter(it -> Objects.equals(it.get("outcome"), "CHANGED"))
                .toList();
        boolean named =
            changes.stream()
                .anyMatch(
                    it ->
                        !((Collection<?>) Objects.requireNonNull(it.get("persons"))).isEmpty()
                            && !((Collection<?>) Objects.requireNonNull(it.get("changed")))
                                .isEmpty()
                            && operation.id().equals(it.get("operation")));
        if (answer.statusCode() >= 300 || !named) {
          gaps.add(
              "%s answered %d, recorded %s".formatted(operation, answer.statusCode(), changes));
        }
      }
    }
    assertThat(gaps).isEmpty();
  }

  @Test
  void everyDenialIsRecorded() throws SQLException {
    List<String> gaps = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      String requestId = "audit-" + People.anId();
      Response answer =
          samples
              .accepted(operation)
              .as(ContractSweepIT.roleOutside(operation))
              .with("X-Request-Id", requestId)
              .send();
      List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
      if (answer.statusCode() != 403
          || records.size() != 1
          || !Objects.equals(records.getFirst().get("outcome"), "DENIED")
          || !operation.id().equals(records.getFirst().get("operation"))) {
        gaps.add("%s answered %d, recorded %s".formatted(operation, answer.statusCode(), records));
      }
    }
    assertThat(gaps).isEmpty();
  }

  /** What the records of the answers to each role lack; null if nothing. */
  private @Nullable String gapOfDisclosure(Operation operation) throws SQLException {
    boolean namesSomebody = false;
    for (String role : operation.roles()) {
      String requestId = "audit-" + People.anId();
      Response answer = showing(operation, role).with("X-Request-Id", requestId).send();
      List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
      if (answer.statusCode() / 100 != 2 || records.size() != 1) {
        return "answered %s %d, recorded %s".formatted(role, answer.statusCode(), records);
      }
      Map<String, @Nullable Object> access = records.getFirst();
      if (!operation.id().equals(access.get("operation"))
          || !Objects.equals(access.get("outcome"), "DISCLOSED")) {
        return "recorded " + access;
      }
      Set<String> recorded = new HashSet<>();
      ((Collection<?>) Objects.requireNonNull(access.get("persons")))
          .forEach(person -> recorded.add(String.valueOf(person)));
      Set<String> shown = customersIn(answer.asString());
      if (!recorded.containsAll(shown)) {
        shown.removeAll(recorded);
        return "shows " + role + " persons that are not recorded: " + shown;
      }
      namesSomebody |= !recorded.isEmpty();
    }
    return namesSomebody || namesNobody(operation)
        ? null
        : "nobody is recorded: have the sample hold a person, or name it in NAMES_NOBODY";
  }

  private static boolean namesNobody(Operation operation) {
    return NAMES_NOBODY.contains(operation.id())
        || FeatureSamples.all().stream().anyMatch(it -> it.namesNobody().contains(operation.id()));
  }

  private static boolean changesNoPerson(Operation operation) {
    return CHANGES_NO_PERSON.contains(operation.id())
        || FeatureSamples.all().stream()
            .anyMatch(it -> it.changesNoPerson().contains(operation.id()));
  }

  /** A call whose answer holds somebody where it can. */
  private ContractCall showing(Operation operation, String role) {
    ContractCall call = samples.accepted(operation).as(role);
    for (FeatureSamples feature : FeatureSamples.all()) {
      Function<ContractCall, ContractCall> showing = feature.showing().get(operation.id());
      if (showing != null) {
        return showing.apply(call);
      }
    }
    if (operation.id().equals("getCustomer")) {
      // The partner sees nobody who did not agree.
      String agreed = created(aPerson());
      Consents.record(agreed, Consents.given("PARTNER_SHARING"));
      return call.at(agreed);
    }
    if (operation.id().equals("listPseudonymousRfmScores")) {
      return call.asking("currency=" + PseudonymousBuyers.currency());
    }
    if (!operation.id().equals("searchCustomers")) {
      return call;
    }
    String name = "Anna " + digits(12);
    created(People.with(aPerson(), "name", name));
    return call.sending("application/json", "{\"name\":\"" + name + "\"}");
  }

  /** Those of the ids in a text that are ids of customers. */
  private static Set<String> customersIn(String text) throws SQLException {
    Set<String> customers = new TreeSet<>();
    for (String id : new TreeSet<>(ID.matcher(text).results().map(it -> it.group()).toList())) {
      if (!Database.rows("select 1 from customer where id = ?", Database.bytes(id)).isEmpty()) {
        customers.add(id);
      }
    }
    return customers;
  }

  /** A call that changes something of a person. */
  private ContractCall changing(Operation operation) {
    ContractCall call = samples.accepted(operation);
    return switch (operation.id()) {
      case "patchCustomer" ->
          call.sending("application/merge-patch+json", "{\"name\":\"Anna " + digits(9) + "\"}");
      case "createImport" ->
          call.asking("kind=customers")
              .sending(
                  "application/x-ndjson",
                  """
                  {"kind":"INDIVIDUAL","name":"Anna Berg","source":"FAIR",\
                  "externalIds":[{"source":"audit-test","value":"%s"}]}
                  """
                      .formatted(digits(12)));
      default -> call;
    };
  }

  /** Reading who looked brings everything into the log first. */
  private static List<Map<String, @Nullable Object>> recordsInTheLog(String requestId)
      throws SQLException {
    Api.as(Api.PRIVACY_OFFICER).get("/v1/customers/{id}/accesses", UUID.randomUUID());
    return Database.accesses(requestId);
  }

  private static void anOrderOf(String customer) {
    String code = "AUDIT-" + digits(12);
    Api.writing(Api.DATA_STEWARD)
        .body(Map.of("code", code, "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    Api.writing(Api.SERVICE_AGENT)
        .body(
            Map.of(
                "kind", "ORDER",
                "source", "audit-test",
                "number", digits(12),
                "customerId", customer,
                "channel", "ONLINE",
                "currency", "CNY",
                "occurredAt", "2026-03-01T08:26:00Z",
                "lines", List.of(Map.of("productCode", code, "quantity", 6, "unitPrice", "2.55"))))
        .post("/v1/transactions")
        .then()
        .statusCode(201);
  }
}
