package org.kexin.testing;

import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;

/** Appeals against grades to test with. */
public final class Appeals {

  public static final String APPEALS = "/v1/grade-appeals";
  public static final String MINE = "/v1/me/grade-appeals";

  private static final long PATIENCE_SECONDS = 90;

  private Appeals() {}

  /** Files the appeal of a customer, as soon as the service knows the grade. */
  public static Response file(String role, String customer, Map<String, Object> body) {
    return onceGraded(
        () -> Api.writing(role).body(body).post("/v1/customers/{id}/grade-appeals", customer));
  }

  /** Has a data steward file an appeal and gives the id. */
  public static String filed(String customer) {
    return file(DATA_STEWARD, customer, aReason()).then().statusCode(201).extract().path("id");
  }

  /** Has a service agent, who may know the customer, file an appeal that says this. */
  public static String filed(String customer, String text) {
    return file(SERVICE_AGENT, customer, Map.of("reason", text))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** As {@link #filed(String)}, by a service agent, so that a data steward may decide. */
  public static String filedByAgent(String customer) {
    return onceGraded(
            () ->
                Api.writing(SERVICE_AGENT)
                    .header("Break-Glass-Reason", "The customer stands here and asks.")
                    .body(aReason())
                    .post("/v1/customers/{id}/grade-appeals", customer))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Has the caller with the role customer file an appeal in place of the open one, if any. */
  public static String filedOwn() {
    withdrawOwn();
    return onceGraded(() -> Api.writing(CUSTOMER).body(aReason()).post(MINE))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** Sees to it that the caller with the role customer is graded and has no open appeal. */
  public static void mayFileOwn() {
    withdraw(CUSTOMER, MINE, filedOwn()).statusCode(200);
  }

  private static void withdrawOwn() {
    People.ownCustomer();
    try {
      Database.rows(
              "select id from grade_appeal where open_customer_id = ?",
              (Object) Database.bytes(People.OWN_CUSTOMER))
          .forEach(row -> withdraw(CUSTOMER, MINE, String.valueOf(row.get("id"))).statusCode(200));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A body that files; no two are alike. */
  public static Map<String, Object> aReason() {
    return Map.of("reason", "Not all is counted " + digits(12));
  }

  /** The body of a decision that gives a grade for a month. */
  public static Map<String, Object> aGrant(String grade) {
    return Map.of(
        "verdict",
        "GRANTED",
        "reason",
        "It counts after all " + digits(12),
        "grade",
        grade,
        "heldUntil",
        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
  }

  /** The body of a decision that leaves the grade as it is. */
  public static Map<String, Object> anUpholding() {
    return Map.of("verdict", "UPHELD", "reason", "All was counted " + digits(12));
  }

  public static ValidatableResponse decide(
      String role, String appeal, Map<String, Object> decision) {
    return Api.writing(role).body(decision).post(APPEALS + "/{id}/decisions", appeal).then();
  }

  public static ValidatableResponse withdraw(String role, String appeals, String appeal) {
    return Api.as(role)
        .header("Idempotency-Key", digits(20))
        .post(appeals + "/{id}/withdrawals", appeal)
        .then();
  }

  /** The appeal as the privacy officer reads it. */
  public static ValidatableResponse read(String appeal) {
    return Api.as(PRIVACY_OFFICER).get(APPEALS + "/{id}", appeal).then().statusCode(200);
  }

  /** Until the scores of all are computed by a policy that another test has just published. */
  private static Response onceGraded(Supplier<Response> filing) {
    Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
    Response answer = filing.get();
    while (answer.statusCode() == 409
        && "no-grade".equals(answer.path("code"))
        && answer.<String>path("detail").contains("not computed yet")
        && Instant.now().isBefore(deadline)) {
      answer = filing.get();
    }
    return answer;
  }
}
