package org.kexin.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Requests to the running service as one of the callers of the sample realm. */
public final class Api {

  public static final String SERVICE_AGENT = "service-agent";
  public static final String SALES = "sales";
  public static final String MARKETING = "marketing";
  public static final String ANALYST = "analyst";
  public static final String DATA_STEWARD = "data-steward";
  public static final String PRIVACY_OFFICER = "privacy-officer";
  public static final String ADMIN = "admin";
  public static final String PARTNER = "partner";
  public static final String CUSTOMER = "customer";

  /** Every role with the purpose it serves. */
  public static final Map<String, String> PURPOSES =
      Map.of(
          SERVICE_AGENT, "service",
          SALES, "sales",
          MARKETING, "marketing",
          ANALYST, "analysis",
          DATA_STEWARD, "quality",
          PRIVACY_OFFICER, "compliance",
          ADMIN, "compliance",
          PARTNER, "service",
          CUSTOMER, "self");

  private Api() {}

  /** A request by the caller with this role, stating the purpose that the role serves. */
  public static RequestSpecification as(String role) {
    return withoutPurpose(role).header("Purpose-Of-Use", PURPOSES.get(role));
  }

  /** A request by the caller with this role that states no purpose. */
  public static RequestSpecification withoutPurpose(String role) {
    return given().header("Authorization", "Bearer " + Tokens.of(role));
  }

  /** As {@link #as}, with a fresh Idempotency-Key and a JSON body to follow. */
  public static RequestSpecification writing(String role) {
    return as(role)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON);
  }

  /** As {@link #as}, with If-Match and a merge patch to follow. */
  public static RequestSpecification patching(String role, String etag) {
    return as(role).header("If-Match", etag).contentType("application/merge-patch+json");
  }
}
