package org.kexin.testing;

import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programmes, memberships and points to test with. */
public final class Loyalty {

  public static final String ACCOUNTS = "/v1/loyalty/accounts";

  private Loyalty() {}

  /**
   * Terms by which each piece brings ten points at once; a hundred reach silver, a thousand gold,
   * which multiplies by three halves.
   */
  public static Map<String, Object> terms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("validityMonths", 12);
    terms.put("pendingDays", 0);
    terms.put("spentPoints", "NEGATIVE");
    terms.put("rules", List.of(Map.of("kind", "QUANTITY", "points", 10)));
    terms.put(
        "levels",
        List.of(
            Map.of("code", "silver", "name", "银卡", "threshold", 100),
            Map.of(
                "code",
                "gold",
                "name",
                "金卡",
                "threshold",
                1_000,
                "multiplier",
                Map.of("numerator", 3, "denominator", 2),
                "benefits",
                List.of("Free delivery"))));
    terms.put("referralBonus", Map.of("referrer", 50, "referred", 20));
    return terms;
  }

  /** The body of a programme of these terms that nobody else makes. */
  public static Map<String, Object> aProgramme(Map<String, Object> terms) {
    return Map.of("code", "club-" + digits(12), "name", "茶友会", "terms", terms);
  }

  /** The body of a programme. */
  public static Map<String, Object> aProgramme() {
    return aProgramme(terms());
  }

  /** Has the service make this programme and gives its id. */
  public static String programme(Map<String, Object> body) {
    return Api.writing(MARKETING)
        .body(body)
        .post("/v1/loyalty/programmes")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static String programme() {
    return programme(aProgramme());
  }

  /** Has a customer join a programme and gives the account's id. */
  public static String joined(String programme, String customer) {
    return Api.writing(DATA_STEWARD)
        .body(Map.of("programmeId", programme, "customerId", customer))
        .post(ACCOUNTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The account of a customer in a programme of their own. */
  public static String accountOf(String customer) {
    return joined(programme(), customer);
  }

  /** The account of somebody new, with so many points. */
  public static String accountWith(long points) {
    String account = accountOf(created(aPerson()));
    adjust(account, points).statusCode(200);
    return account;
  }

  public static ValidatableResponse adjust(String account, long points) {
    return Api.writing(DATA_STEWARD)
        .body(Map.of("points", points, "reason", "GOODWILL", "note", "Note " + digits(9)))
        .post(ACCOUNTS + "/{id}/adjustments", account)
        .then();
  }

  public static ValidatableResponse spend(String account, long points) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("points", points, "reference", "POS-" + digits(9)))
        .post(ACCOUNTS + "/{id}/spendings", account)
        .then();
  }

  public static ValidatableResponse rollBack(String account, String spending) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("spendingId", spending))
        .post(ACCOUNTS + "/{id}/roll-backs", account)
        .then();
  }

  /** The body of a reward of this programme. */
  public static Map<String, Object> aReward(String programme, long points) {
    Map<String, Object> reward = new LinkedHashMap<>();
    reward.put("programmeId", programme);
    reward.put("kind", "GIFT");
    reward.put("name", "Tea box " + digits(9));
    reward.put("points", points);
    return reward;
  }

  /** Has the service offer this reward and gives its id. */
  public static String reward(Map<String, Object> body) {
    return Api.writing(MARKETING)
        .body(body)
        .post("/v1/loyalty/rewards")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A reward of the account's programme. */
  public static String rewardFor(String account, long points) {
    return reward(aReward(read(account).extract().path("programmeId"), points));
  }

  public static ValidatableResponse claim(String account, String reward) {
    return Api.writing(DATA_STEWARD)
        .body(Map.of("accountId", account, "rewardId", reward))
        .post("/v1/loyalty/claims")
        .then();
  }

  public static ValidatableResponse cancel(String claim) {
    return Api.as(DATA_STEWARD)
        .header("Idempotency-Key", digits(20))
        .post("/v1/loyalty/claims/{id}/cancellations", claim)
        .then();
  }

  public static ValidatableResponse refer(String account, String customer) {
    return Api.writing(DATA_STEWARD)
        .body(Map.of("accountId", account, "customerId", customer))
        .post("/v1/loyalty/referrals")
        .then();
  }

  public static ValidatableResponse close(String account) {
    return Api.as(DATA_STEWARD)
        .header("Idempotency-Key", digits(20))
        .post(ACCOUNTS + "/{id}/closings", account)
        .then();
  }

  public static ValidatableResponse read(String account) {
    return Api.as(DATA_STEWARD).get(ACCOUNTS + "/{id}", account).then().statusCode(200);
  }

  /** The id of an order of so many pieces, bought now. */
  public static String ordered(String customer, int pieces) {
    return recorded("ORDER", customer, line(aProduct(), pieces));
  }

  /** Has so many pieces of an order's first line come back. */
  public static void returned(String customer, String order, int pieces) {
    String product =
        Api.as(DATA_STEWARD).get("/v1/transactions/{id}", order).path("lines[0].productId");
    Map<String, Object> line = line(product, pieces);
    line.put("returnOf", Map.of("transactionId", order, "lineNo", 1));
    recorded("RETURN", customer, line);
  }

  /** Has a customer do everything that a membership keeps, so that it holds something of each. */
  public static void everythingOf(String customer) {
    String programme = programme();
    String friend = joined(programme, created(aPerson()));
    refer(friend, customer).statusCode(200);
    String account = joined(programme, customer);
    String order = ordered(customer, 20);
    ordered(customer, 100);
    returned(customer, order, 1);
    refer(account, created(aPerson())).statusCode(200);
    adjust(account, 500).statusCode(200);
    rollBack(account, spend(account, 40).statusCode(200).extract().path("id")).statusCode(200);
    String reward = rewardFor(account, 30);
    cancel(claim(account, reward).statusCode(200).extract().path("id")).statusCode(200);
    claim(account, reward).statusCode(200);
    close(accountOf(customer)).statusCode(200);
  }

  private static String aProduct() {
    return Api.writing(DATA_STEWARD)
        .body(Map.of("code", "CLUB-" + digits(12), "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Map<String, Object> line(String product, int pieces) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("productId", product);
    line.put("quantity", pieces);
    line.put("unitPrice", "2.55");
    return line;
  }

  private static String recorded(String kind, String customer, Map<String, Object> line) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", kind);
    document.put("source", "club");
    document.put("number", digits(12));
    document.put("customerId", customer);
    document.put("channel", "SHOP");
    document.put("currency", "CNY");
    document.put("occurredAt", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    document.put("lines", List.of(line));
    return Api.writing(DATA_STEWARD)
        .body(document)
        .post("/v1/transactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
