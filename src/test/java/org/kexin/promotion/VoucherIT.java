package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.aProduct;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.act;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.basket;
import static org.kexin.testing.Promotions.drafted;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.money;
import static org.kexin.testing.Promotions.ordered;
import static org.kexin.testing.Promotions.redeem;
import static org.kexin.testing.Promotions.redeemed;
import static org.kexin.testing.Promotions.rollBack;
import static org.kexin.testing.Promotions.running;
import static org.kexin.testing.Promotions.validate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;

/** Vouchers one at a time: what comes off, and every refusal with its code and nothing changed. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class VoucherIT {

  @Test
  void whatWasTriedIsWhatComesOff() {
    String voucher = made(running(aPromotion(anOffer("12.5"))), aVoucher(10));
    String customer = created(aPerson());

    validate(voucher, basket(customer, "19.95"))
        .then()
        .statusCode(200)
        .body("discount.amount", equalTo("2.49"))
        .body("discount.currency", equalTo("CNY"))
        .body("refusals", empty());
    redeem(voucher, basket(customer, "19.95"))
        .then()
        .statusCode(201)
        .body("discount.amount", equalTo("2.49"));

    Api.as(SALES).get("/v1/vouchers/{id}", voucher).then().body("redeemed", equalTo(1));
  }

  @Test
  void aRedemptionCanBeReadAndStandsInTheList() {
    String promotion = running(aPromotion(anOffer("10")));
    String voucher = made(promotion, aVoucher(10));
    String customer = created(aPerson());
    String order = ordered(customer, aProduct(), "80", "CNY", Instant.now());

    String id = redeemed(voucher, Map.of("customerId", customer, "orderId", order));

    Api.as(SALES)
        .get("/v1/redemptions/{id}", id)
        .then()
        .statusCode(200)
        .body("customerId", equalTo(customer))
        .body("orderId", equalTo(order))
        .body("voucherId", equalTo(voucher))
        .body("promotionId", equalTo(promotion))
        .body("amount.amount", equalTo("80.00"))
        .body("discount.amount", equalTo("8.00"))
        .body("rolledBackAt", nullValue());
    Api.as(SALES)
        .get("/v1/vouchers/{id}/redemptions", voucher)
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  @Test
  void onlyTheProductsOfTheOfferAreDiscounted() {
    String tea = aProduct();
    Map<String, Object> offer = with(anOffer("50"), "productIds", List.of(tea));
    String voucher = made(running(aPromotion(offer)), aVoucher(10));
    String customer = created(aPerson());
    List<Map<String, Object>> lines =
        List.of(
            Map.of("productId", tea, "quantity", 3, "unitPrice", money("2.55")),
            Map.of("productId", aProduct(), "quantity", 1, "unitPrice", money("100")));

    validate(voucher, Map.of("customerId", customer, "lines", lines))
        .then()
        .body("discount.amount", equalTo("3.83"));
    validate(voucher, Map.of("customerId", customer, "lines", lines.subList(1, 2)))
        .then()
        .body("refusals.code", contains("voucher-not-for-products"));
    validate(voucher, basket(customer, "100"))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/lines"));
    String order = ordered(customer, tea, "7", "CNY", Instant.now());
    redeem(voucher, Map.of("customerId", customer, "orderId", order))
        .then()
        .statusCode(201)
        .body("discount.amount", equalTo("3.50"));
  }

  @Test
  void aVoucherOutOfTimeIsRefused() throws SQLException {
    String promotion = running(aPromotion(anOffer("10")));
    String past =
        made(
            promotion,
            with(
                with(aVoucher(1), "validFrom", "2026-01-01T00:00:00Z"),
                "validUntil",
                "2026-01-02T00:00:00Z"));
    String future = made(promotion, with(aVoucher(1), "validFrom", "2098-01-01T00:00:00Z"));

    refused(redeem(past, basket(created(aPerson()), "50")), "voucher-out-of-time", past);
    refused(redeem(future, basket(created(aPerson()), "50")), "voucher-out-of-time", future);
  }

  @Test
  void aVoucherOfAPromotionThatIsOverIsRefused() throws SQLException {
    String promotion = running(aPromotion(anOffer("10")));
    String voucher = made(promotion, aVoucher(1));
    act(promotion, "closings").then().statusCode(200);

    refused(redeem(voucher, basket(created(aPerson()), "50")), "promotion-not-running", voucher);
  }

  @Test
  void anOrderBelowTheMinimumIsRefused() throws SQLException {
    String voucher =
        made(
            running(aPromotion(anOffer("10"))), with(aVoucher(2), "minimumAmount", money("50.01")));
    String customer = created(aPerson());

    refused(redeem(voucher, basket(customer, "50")), "order-below-minimum", voucher);
    redeem(voucher, basket(customer, "50.01")).then().statusCode(201);
  }

  @Test
  void anotherCurrencyIsRefused() throws SQLException {
    String voucher = made(running(aPromotion(anOffer("10"))), aVoucher(1));
    Map<String, Object> pounds =
        Map.of("customerId", created(aPerson()), "amount", money("50", "GBP"));

    refused(redeem(voucher, pounds), "currency-mismatch", voucher);
  }

  @Test
  void limitsAreGivenBackByARollback() throws SQLException {
    String promotion = running(aPromotion(anOffer("10")));
    String voucher = made(promotion, with(aVoucher(2), "customerLimit", 1));
    String customer = created(aPerson());
    String first = redeemed(voucher, basket(customer, "50"));

    assertRefused(redeem(voucher, basket(customer, "50")), "voucher-customer-limit");
    redeem(voucher, basket(created(aPerson()), "50")).then().statusCode(201);
    assertRefused(redeem(voucher, basket(created(aPerson()), "50")), "voucher-used-up");
    rollBack(first).then().statusCode(200);
    assertRefused(rollBack(first), "redemption-rolled-back");

    redeem(voucher, basket(customer, "50")).then().statusCode(201);
    org.kexin.testing.Promotions.read(promotion)
        .body("cost.redemptions", equalTo(2))
        .body("cost.discounts.amount", equalTo("10.00"))
        .body("cost.actual.amount", equalTo("110.00"));
    Api.as(SALES)
        .get("/v1/redemptions/{id}", first)
        .then()
        .body("rolledBackAt", org.hamcrest.Matchers.notNullValue());
  }

  @Test
  void anOrderHasOneVoucherUntilThatIsRolledBack() throws SQLException {
    String promotion = running(aPromotion(anOffer("10")));
    String one = made(promotion, aVoucher(5));
    String other = made(promotion, aVoucher(5));
    String customer = created(aPerson());
    Map<String, Object> order =
        Map.of(
            "customerId",
            customer,
            "orderId",
            ordered(customer, aProduct(), "80", "CNY", Instant.now()));
    String first = redeemed(one, order);

    refused(redeem(other, order), "order-already-discounted", other);
    rollBack(first).then().statusCode(200);
    redeem(other, order).then().statusCode(201);
  }

  @Test
  void anOrderOfSomebodyElseIsNone() {
    String voucher = made(running(aPromotion(anOffer("10"))), aVoucher(5));
    String order = ordered(created(aPerson()), aProduct(), "80", "CNY", Instant.now());

    redeem(voucher, Map.of("customerId", created(aPerson()), "orderId", order))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/orderId"));
  }

  @Test
  void tryingTellsEveryReasonAndChangesNothing() throws SQLException {
    String promotion = running(aPromotion(anOffer("10")));
    Map<String, Object> strict =
        with(
            with(aVoucher(1), "minimumAmount", money("100")), "validUntil", "2026-01-02T00:00:00Z");
    String voucher = made(promotion, strict);
    act(promotion, "closings").then().statusCode(200);
    Map<String, Long> before = Database.counts("voucher");

    validate(voucher, basket(created(aPerson()), "50"))
        .then()
        .statusCode(200)
        .body("discount", nullValue())
        .body(
            "refusals.code",
            containsInAnyOrder(
                "promotion-not-running", "voucher-out-of-time", "order-below-minimum"));
    assertThat(Database.counts("voucher")).isEqualTo(before);
  }

  @Test
  void aCodeIsUniqueAndFound() {
    String promotion = running(aPromotion(anOffer("10")));
    Map<String, Object> voucher = aVoucher(5);
    String id = made(promotion, voucher);

    Api.writing(Api.MARKETING)
        .body(voucher)
        .post("/v1/promotions/{id}/vouchers", promotion)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
    Api.as(PARTNER)
        .contentType("application/json")
        .body(Map.of("code", voucher.getOrDefault("code", "")))
        .post("/v1/vouchers/search")
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
    Api.as(PARTNER)
        .contentType("application/json")
        .body(Map.of("code", "NO-SUCH-CODE"))
        .post("/v1/vouchers/search")
        .then()
        .statusCode(404);
  }

  @Test
  void aDraftHasNoVouchers() {
    String draft = drafted(aPromotion(anOffer("10")));

    Api.writing(Api.MARKETING)
        .body(aVoucher(5))
        .post("/v1/promotions/{id}/vouchers", draft)
        .then()
        .statusCode(409)
        .body("code", equalTo("promotion-not-running"));
    Api.writing(Api.MARKETING)
        .body(with(aVoucher(5), "offer", "autumn"))
        .post("/v1/promotions/{id}/vouchers", draft)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/offer"));
  }

  private static void refused(Response answer, String code, String voucher) throws SQLException {
    refused(answer, code, 0, voucher);
  }

  private static void refused(Response answer, String code, int used, String voucher)
      throws SQLException {
    assertRefused(answer, code);
    assertThat(
            Database.rows("select redeemed from voucher where id = ?", Database.bytes(voucher))
                .getFirst()
                .get("redeemed"))
        .as("nothing was changed")
        .isEqualTo(used);
    assertThat(
            Database.rows(
                "select 1 from voucher_redemption where voucher_id = ?", Database.bytes(voucher)))
        .hasSize(used);
  }

  private static void assertRefused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }
}
