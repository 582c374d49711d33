package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.anExternalId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Contract;
import org.kexin.testing.Contract.Operation;
import org.kexin.testing.People;
import org.kexin.testing.Projects;

/**
 * Requests that the service accepts, made from the contract. What the contract cannot know stands
 * in the tables: bodies that must be fresh or must refer to something, and values in paths.
 */
final class ContractSamples {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Bodies by operation; all others send the documented example. */
  private static final Map<String, Supplier<Object>> BODIES =
      Map.ofEntries(
          Map.entry("createCustomer", () -> aPerson()),
          Map.entry("upsertCustomer", () -> anEnterprise()),
          Map.entry("createProduct", () -> aProduct()),
          Map.entry("createTransaction", () -> anOrder()),
          Map.entry(
              "createTransactions", () -> Map.of("allOrNone", false, "items", List.of(anOrder()))),
          Map.entry("createImport", () -> json(aProduct()) + "\n"),
          Map.entry("publishPrivacyNotice", Consents::aNotice),
          Map.entry("createPrivacyRequest", PrivacySamples::aRequest),
          Map.entry("createMyPrivacyRequest", PrivacySamples::anOwnRequest),
          Map.entry("checkIdentity", PrivacySamples::anIdentityCheck),
          Map.entry("extendPrivacyRequest", PrivacySamples::anExtension),
          Map.entry("refusePrivacyRequest", PrivacySamples::aRefusal),
          Map.entry("erasePerson", PrivacySamples::aConfirmation),
          Map.entry("placeLegalHold", PrivacySamples::aHold),
          Map.entry("confirmRetention", PrivacySamples::aRetentionRule),
          Map.entry("startAnalysisProject", Projects::aProject),
          Map.entry("recordConsents", ContractSamples::aConsent),
          Map.entry("recordMyConsents", ContractSamples::anOwnConsent),
          Map.entry(
              "reviewJustification",
              () -> Map.of("verdict", "ACCEPTED", "comment", "Complaint " + digits(12))));

  /** Values of path parameters by path; elsewhere {@code {id}} is what a POST one level up made. */
  private static final Map<String, Supplier<Map<String, String>>> PATHS =
      Map.of(
          "/v1/customers/by-external-id/{source}/{externalId}",
              () -> Map.of("source", "contract-sweep", "externalId", digits(12)),
          "/v1/imports/{id}/cancellations", () -> Map.of("id", ImportSamples.cancelled()),
          "/v1/audit/users/{userId}/accesses", () -> Map.of("userId", AuditSamples.aUser()),
          "/v1/audit/justifications/{recordId}/reviews",
              () -> Map.of("recordId", AuditSamples.aJustifiedAccess().toString()),
          "/v1/privacy/requests/{id}/answers",
              () -> Map.of("id", PrivacySamples.identified("CORRECTION")),
          "/v1/privacy/requests/{id}/file", () -> Map.of("id", PrivacySamples.identified("ACCESS")),
          "/v1/privacy/requests/{id}/erasure-previews",
              () -> Map.of("id", PrivacySamples.identified("ERASURE")),
          "/v1/privacy/requests/{id}/erasures", () -> Map.of("id", PrivacySamples.previewed()),
          "/v1/privacy/requests/{id}/erasure", () -> Map.of("id", PrivacySamples.erased()));

  /** Query strings by operation, where a parameter is needed. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "createImport", "kind=products",
          "reportDepartments", "from=2026-01-01&to=2026-12-31");

  /**
   * Collisions by operation, where it is not enough that a call with the same Idempotency-Key is in
   * flight. Given is an accepted call.
   */
  private static final Map<String, Function<ContractCall, Response>> COLLISIONS =
      Map.of(
          "patchCustomer", call -> sending(call, Map.of("externalIds", List.of(takenId()))).send(),
          "upsertCustomer",
              call -> sending(call, with(anEnterprise(), "externalIds", List.of(takenId()))).send(),
          "createImport", ImportSamples::overtaken,
          "listPseudonymousRfmScores", call -> call.at(Projects.ended()).send(),
          "getPersonFile", call -> call.at(PrivacySamples.received("ACCESS")).send(),
          "getMyFile", call -> call.at(PrivacySamples.ownRequest("CORRECTION")).send());

  private final Contract contract;
  private final Map<String, Supplier<Object>> bodies = new HashMap<>(BODIES);
  private final Map<String, Supplier<Map<String, String>>> paths = new HashMap<>(PATHS);
  private final Map<String, Map<String, String>> headersOf = new HashMap<>();
  private final Map<String, String> queries = new HashMap<>(QUERIES);
  private final Map<String, Function<ContractCall, Response>> collisions =
      new HashMap<>(COLLISIONS);

  ContractSamples(Contract contract) {
    this.contract = contract;
    for (FeatureSamples feature : FeatureSamples.all()) {
      bodies.putAll(feature.bodies());
      paths.putAll(feature.paths());
      headersOf.putAll(feature.headers());
      queries.putAll(feature.queries());
      collisions.putAll(feature.collisions());
    }
  }

  /**
   * A call that the service accepts, on a fresh record where it needs one.
   *
   * @throws AssertionError if the tables lack something for it, saying what
   */
  ContractCall accepted(Operation operation) {
    Map<String, String> path = new LinkedHashMap<>();
    Map<String, String> headers =
        new LinkedHashMap<>(headersOf.getOrDefault(operation.id(), Map.of()));
    if (!operation.pathParameters().isEmpty()) {
      Supplier<Map<String, String>> known = paths.get(operation.path());
      if (known != null) {
        path.putAll(known.get());
      } else {
        Response made = madeFor(operation);
        path.put(operation.pathParameters().getFirst(), made.path("id"));
        headers.put(ContractCall.IF_MATCH, made.header("ETag"));
      }
    }
    List<String> taken =
        contract.parameters(operation).stream().map(it -> it.path("name").asText()).toList();
    headers.keySet().retainAll(taken);
    if (taken.contains(ContractCall.KEY)) {
      headers.put(ContractCall.KEY, UUID.randomUUID().toString());
    }
    return new ContractCall(
            operation,
            null,
            path,
            headers,
            queries.getOrDefault(operation.id(), ""),
            operation.mediaType().orElse(null),
            body(operation))
        .as(operation.roles().getFirst());
  }

  /** The answer to a call that collides with what is there; empty if the tables know none. */
  Optional<Response> collision(Operation operation) {
    return Optional.ofNullable(collisions.get(operation.id()))
        .map(collide -> collide.apply(accepted(operation)));
  }

  /** {@code call} with another acceptable body, or on another record where it has none. */
  ContractCall another(ContractCall call) {
    Operation operation = call.operation();
    if (call.mediaType() == null) {
      return call.at(accepted(operation).path());
    }
    String body = String.valueOf(body(operation));
    if (body.equals(call.body())) {
      throw new AssertionError(
          "ContractSamples.BODIES lacks a supplier of fresh bodies for " + operation);
    }
    return call.sending(call.mediaType(), body);
  }

  private Response madeFor(Operation operation) {
    String path = operation.path();
    String collection = path.substring(0, path.indexOf("/{"));
    Operation create =
        contract
            .documented("POST", collection)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "ContractSamples.PATHS lacks values for %s, and nothing is posted to %s"
                            .formatted(operation, collection)));
    Response made = accepted(create).send();
    if (made.statusCode() / 100 != 2) {
      throw new AssertionError(
          "ContractSamples.BODIES lacks a body that %s accepts; it answered %s"
              .formatted(create, made.asString()));
    }
    return made;
  }

  private @Nullable String body(Operation operation) {
    Supplier<Object> known = bodies.get(operation.id());
    if (known != null) {
      Object body = known.get();
      return body instanceof String text ? text : json(body);
    }
    JsonNode example = operation.example();
    if (example.isMissingNode()) {
      return null;
    }
    return example.isTextual() ? example.asText() : example.toString();
  }

  private static ContractCall sending(ContractCall call, Object body) {
    return call.sending(String.valueOf(call.mediaType()), json(body));
  }

  /** An external id that another customer has. */
  private static Map<String, String> takenId() {
    Map<String, String> id = anExternalId();
    created(with(aPerson(), "externalIds", List.of(id)));
    return id;
  }

  private static Map<String, Object> aConsent() {
    return Consents.decisions(
        with(
            Consents.given("PROFILING"),
            "evidence",
            Map.of("kind", "SIGNED_FORM", "reference", "forms/" + digits(12))));
  }

  /** Has the caller with the role customer be one: an earlier test may have made it already. */
  private static Map<String, Object> anOwnConsent() {
    People.ownCustomer();
    return Consents.decisions(
        Map.of(
            "use",
            "PROFILING",
            "verdict",
            "GIVEN",
            "noticeId",
            Consents.noticeId(),
            "validUntil",
            "2099-03-01T08:26:00." + digits(6) + "Z"));
  }

  private static Map<String, Object> aProduct() {
    return Map.of("code", "SWEEP-" + digits(12), "name", "Lantern");
  }

  private static Map<String, Object> anOrder() {
    String code = "SWEEP-" + digits(12);
    Api.writing(Api.DATA_STEWARD)
        .body(Map.of("code", code, "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    return Map.of(
        "kind", "ORDER",
        "source", "contract-sweep",
        "number", digits(12),
        "customerId", created(aPerson()),
        "channel", "ONLINE",
        "currency", "CNY",
        "occurredAt", "2026-03-01T08:26:00Z",
        "lines", List.of(Map.of("productCode", code, "quantity", 6, "unitPrice", "2.55")));
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
