package org.kexin.contract;

import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Api;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** Requests of persons in the states that operations ask for, and bodies that are fresh. */
final class PrivacySamples {

  /** Bodies of few possible values differ from the one before, so that no two calls are alike. */
  private static final AtomicBoolean TURN = new AtomicBoolean();

  private static final AtomicReference<@Nullable String> PREVIEW = new AtomicReference<>();

  private PrivacySamples() {}

  static String received(String kind) {
    return PrivacyCalls.received(created(aPerson()), kind);
  }

  static String identified(String kind) {
    return PrivacyCalls.identified(created(aPerson()), kind);
  }

  /** An erasure that was shown; {@link #aConfirmation} then confirms it once. */
  static String previewed() {
    String request = identified("ERASURE");
    PREVIEW.set(PrivacyCalls.previewed(request));
    return request;
  }

  static String erased() {
    String request = identified("ERASURE");
    PrivacyCalls.erased(request);
    return request;
  }

  static String ownRequest(String kind) {
    People.ownCustomer();
    return Api.writing(CUSTOMER)
        .body(Map.of("kind", kind))
        .post("/v1/me/privacy-requests")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  static void aHoldAndARequest() {
    received("ACCESS");
    Api.writing(PRIVACY_OFFICER)
        .body(aHold())
        .post("/v1/privacy/legal-holds")
        .then()
        .statusCode(201);
  }

  static Map<String, Object> aRequest() {
    return Map.of("personId", created(aPerson()), "kind", "ACCESS", "channel", "PHONE");
  }

  static Map<String, Object> anOwnRequest() {
    People.ownCustomer();
    return Map.of("kind", one("ACCESS", "EXPORT"));
  }

  static Map<String, Object> anIdentityCheck() {
    return Map.of("method", one("DOCUMENT_SHOWN", "CALLED_BACK"));
  }

  static Map<String, Object> anExtension() {
    return Map.of("reason", one("COMPLEX", "MANY_REQUESTS"));
  }

  static Map<String, Object> aRefusal() {
    return Map.of("reason", "IDENTITY_NOT_SHOWN", "legalGround", "GDPR 12(6) " + digits(9));
  }

  static Map<String, Object> aConfirmation() {
    String preview = PREVIEW.getAndSet(null);
    return Map.of("previewId", preview == null ? UUID.randomUUID().toString() : preview);
  }

  static Map<String, Object> aHold() {
    return Map.of("personId", created(aPerson()), "reason", "Case " + digits(9));
  }

  static Map<String, Object> aRetentionRule() {
    return one("deleted", "idle").equals("deleted")
        ? Map.of("rule", "DELETED_CUSTOMERS", "days", 30)
        : Map.of("rule", "IDLE_CUSTOMERS", "days", 3_650);
  }

  private static String one(String first, String second) {
    boolean turn = TURN.get();
    TURN.set(!turn);
    return turn ? first : second;
  }
}
