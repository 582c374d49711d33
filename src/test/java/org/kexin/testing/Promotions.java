package org.kexin.testing;

import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** Promotions, audiences and vouchers to test with. */
public final class Promotions {

  public static final String PROMOTIONS = "/v1/promotions";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Promotions() {}

  public static Map<String, Object> money(String amount) {
    return money(amount, "CNY");
  }

  public static Map<String, Object> money(String amount, String currency) {
    return Map.of("amount", amount, "currency", currency);
  }

  /** The body of an offer of so many percent on everything, for everybody. */
  public static Map<String, Object> anOffer(String percent) {
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("key", "spring");
    offer.put("discount", Map.of("percent", percent));
    return offer;
  }

  /** The body of a promotion that is on for a long time, open to everybody, and offers nothing. */
  public static Map<String, Object> aPromotion() {
    return aPromotion(List.of());
  }

  /** The same with one offer. */
  public static Map<String, Object> aPromotion(Map<String, Object> offer) {
    return aPromotion(List.of(offer));
  }

  /** The same with these offers. */
  public static Map<String, Object> aPromotion(List<Map<String, Object>> offers) {
    Map<String, Object> promotion = new LinkedHashMap<>();
    promotion.put("name", "Promotion " + digits(9));
    promotion.put("type", "PRICE_CUT");
    promotion.put("media", List.of("INTERNET"));
    promotion.put("startsAt", "2026-01-01T00:00:00Z");
    promotion.put("endsAt", "2099-01-01T00:00:00Z");
    promotion.put("intent", Map.of("purpose", "Win back who bought in spring."));
    promotion.put("cost", Map.of("fixed", money("100")));
    promotion.put("offers", offers);
    return promotion;
  }

  /** The body of an audience that is easily told from others: those of a department. */
  public static Map<String, Object> anAudience(String department) {
    return Map.of(
        "name", "Audience " + digits(9), "criteria", Map.of("departments", List.of(department)));
  }

  public static String savedAudience(Map<String, Object> audience) {
    return id(Api.writing(MARKETING).body(audience).post("/v1/audiences"));
  }

  public static String drafted(Map<String, Object> promotion) {
    return id(Api.writing(MARKETING).body(promotion).post(PROMOTIONS));
  }

  public static Response start(String promotion) {
    return act(promotion, "starts");
  }

  /** Has marketing do something with a promotion that takes no body: starts, closings, …. */
  public static Response act(String promotion, String what) {
    return Api.as(MARKETING)
        .header("Idempotency-Key", digits(20))
        .post(PROMOTIONS + "/" + promotion + "/" + what);
  }

  /** A promotion that runs; its members are frozen. */
  public static String running(Map<String, Object> promotion) {
    String id = drafted(promotion);
    start(id).then().statusCode(202);
    awaitState(id, "RUNNING");
    return id;
  }

  public static ValidatableResponse read(String promotion) {
    return Api.as(MARKETING).get(PROMOTIONS + "/{id}", promotion).then().statusCode(200);
  }

  /** Waits until a promotion is in a state. */
  public static void awaitState(String promotion, String state) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!Objects.equals(read(promotion).extract().path("state"), state)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("The promotion is not " + state + ": " + read(promotion));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** The body of a voucher for the offer of {@link #anOffer}. */
  public static Map<String, Object> aVoucher(int totalLimit) {
    Map<String, Object> voucher = new LinkedHashMap<>();
    voucher.put("code", "V-" + digits(15));
    voucher.put("offer", "spring");
    voucher.put("totalLimit", totalLimit);
    return voucher;
  }

  public static String made(String promotion, Map<String, Object> voucher) {
    return id(Api.writing(MARKETING).body(voucher).post(PROMOTIONS + "/{id}/vouchers", promotion));
  }

  /** What somebody buys for that amount. */
  public static Map<String, Object> basket(String customer, String amount) {
    return Map.of("customerId", customer, "amount", money(amount));
  }

  public static Response redeem(String voucher, Map<String, Object> basket) {
    return Api.writing(SALES).body(basket).post("/v1/vouchers/{id}/redemptions", voucher);
  }

  public static String redeemed(String voucher, Map<String, Object> basket) {
    return id(redeem(voucher, basket));
  }

  public static Response rollBack(String redemption) {
    return Api.as(SALES)
        .header("Idempotency-Key", digits(20))
        .post("/v1/redemptions/{id}/rollbacks", redemption);
  }

  public static Response validate(String voucher, Map<String, Object> basket) {
    return Api.as(SALES)
        .contentType("application/json")
        .body(basket)
        .post("/v1/vouchers/{id}/validations", voucher);
  }

  /** Has decisions of a customer recorded, of whichever department. */
  public static void agrees(String customer, Object... decisions) {
    Api.writing(DATA_STEWARD)
        .body(Consents.decisions(decisions))
        .post("/v1/customers/{id}/consents", customer)
        .then()
        .statusCode(200);
  }

  /** The body of a contact of a customer now. */
  public static Map<String, Object> aContact(String customer, String channel) {
    return Map.of("customerId", customer, "channel", channel);
  }

  public static Response contact(String promotion, Map<String, Object> contact) {
    return Api.writing(MARKETING).body(contact).post(PROMOTIONS + "/{id}/contacts", promotion);
  }

  public static Response respond(String promotion, Map<String, Object> response) {
    return Api.writing(SALES).body(response).post(PROMOTIONS + "/{id}/responses", promotion);
  }

  /** The body of a response of a customer now. */
  public static Map<String, Object> aResponse(String customer, String kind) {
    return Map.of("customerId", customer, "kind", kind, "channel", "PHONE");
  }

  /** Has the service make a product and gives its id. */
  public static String aProduct() {
    return id(
        Api.writing(DATA_STEWARD)
            .body(Map.of("code", "PROMO-" + digits(12), "name", "Lantern"))
            .post("/v1/products"));
  }

  /** Has the service record an order of one piece at a price and gives its id. */
  public static String ordered(
      String customer, String product, String price, String currency, Instant at) {
    return id(
        Api.writing(DATA_STEWARD)
            .body(
                Map.of(
                    "kind",
                    "ORDER",
                    "source",
                    "promotion-test",
                    "number",
                    digits(15),
                    "customerId",
                    customer,
                    "channel",
                    "ONLINE",
                    "currency",
                    currency,
                    "occurredAt",
                    at.toString(),
                    "lines",
                    List.of(Map.of("productId", product, "quantity", 1, "unitPrice", price))))
            .post("/v1/transactions"));
  }

  private static String id(Response answer) {
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.asString());
    }
    return answer.path("id");
  }
}
