package org.kexin.testing;

import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.People.digits;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Complaints, as staff and customers handle them. */
public final class ComplaintCalls {

  /** Where they stand. */
  public static final String COMPLAINTS = "/v1/complaints";

  /** The user id of the caller with the role service-agent. */
  public static final String SERVICE_AGENT_ID = "01932c00-0000-7000-8000-000000000101";

  private static final AtomicReference<@Nullable String> CATEGORY = new AtomicReference<>();

  private ComplaintCalls() {}

  /** A category that all share: the tree is small. */
  public static String category() {
    String known = CATEGORY.get();
    if (known != null
        && Api.as(DATA_STEWARD).get("/v1/complaint-categories/{id}", known).statusCode() == 200) {
      return known;
    }
    String made = aCategory(null);
    CATEGORY.set(made);
    return made;
  }

  /** Makes a category below another, or at the top. */
  public static String aCategory(@Nullable String parent) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", "test-" + digits(12));
    body.put("name", "Damaged on delivery");
    if (parent != null) {
      body.put("parentId", parent);
    }
    return Api.writing(DATA_STEWARD)
        .body(body)
        .post("/v1/complaint-categories")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The body of a complaint of that customer. */
  public static Map<String, Object> aComplaint(String customer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("customerId", customer);
    body.put("channel", "PHONE");
    body.put("categoryId", category());
    body.put("severity", "NORMAL");
    body.put("description", "The kettle leaks " + digits(12));
    return body;
  }

  /** Has a member of staff record this complaint and gives its id. */
  public static String recorded(Map<String, Object> body) {
    return Api.writing(DATA_STEWARD)
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Has the caller with the role customer complain and gives the id. */
  public static String ownComplaint() {
    return Api.writing(CUSTOMER)
        .body(anOwnComplaint())
        .post("/v1/me/complaints")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** The body of a complaint of the caller, who is a customer. */
  public static Map<String, Object> anOwnComplaint() {
    People.ownCustomer();
    return Map.of("categoryId", category(), "description", "The kettle leaks " + digits(12));
  }

  /** Does something to a complaint, such as {@code resolutions}. */
  public static ValidatableResponse act(String complaint, String action) {
    return act(complaint, action, body(action));
  }

  /** As {@link #act(String, String)}, with another body. */
  public static ValidatableResponse act(String complaint, String action, Map<String, Object> body) {
    return Api.writing(DATA_STEWARD)
        .body(body)
        .post(COMPLAINTS + "/{id}/" + action, complaint)
        .then();
  }

  /** An acceptable body of an action; no two are alike. */
  public static Map<String, Object> body(String action) {
    String text = "The lid " + digits(12);
    return switch (action) {
      case "waits" ->
          Map.of("question", text, "until", Instant.now().plus(9, ChronoUnit.DAYS).toString());
      case "assignments" -> Map.of("assignee", SERVICE_AGENT_ID, "note", text);
      case "severity-changes" -> Map.of("severity", "HIGH", "note", text);
      case "resolutions" ->
          Map.of(
              "text",
              text,
              "cause",
              "packing-damaged",
              "compensationKind",
              "REFUND",
              "compensation",
              Map.of("amount", "12.55", "currency", "CNY"));
      case "ratings" -> Map.of("score", 4, "comment", text);
      default -> Map.of("text", text);
    };
  }

  /** Brings a complaint that was just received into another state. */
  public static String broughtTo(String state, String complaint) {
    for (String action : PATHS.getOrDefault(state, List.of())) {
      act(complaint, action).statusCode(200);
    }
    return complaint;
  }

  /** How each state is reached. */
  private static final Map<String, List<String>> PATHS =
      Map.of(
          "RECEIVED", List.of(),
          "ACKNOWLEDGED", List.of("acknowledgements"),
          "INVESTIGATING", List.of("acknowledgements", "assignments"),
          "WAITING", List.of("acknowledgements", "waits"),
          "RESOLVED", List.of("acknowledgements", "resolutions"),
          "CLOSED", List.of("acknowledgements", "resolutions", "closures"),
          "WITHDRAWN", List.of("withdrawals"));

  /** The complaint as a data steward reads it. */
  public static ValidatableResponse read(String complaint) {
    return Api.as(DATA_STEWARD).get(COMPLAINTS + "/{id}", complaint).then().statusCode(200);
  }

  /** Its tag. */
  public static String etag(String complaint) {
    return Objects.requireNonNull(read(complaint).extract().header("ETag"));
  }
}
