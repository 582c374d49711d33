package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.aProduct;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.anAudience;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.basket;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.ordered;
import static org.kexin.testing.Promotions.redeem;
import static org.kexin.testing.Promotions.redeemed;
import static org.kexin.testing.Promotions.running;
import static org.kexin.testing.Promotions.savedAudience;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Who may use a voucher, and what a partner learns of it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class VoucherEligibilityIT {

  @Test
  void newAndLoyalCustomersAreToldApart() throws SQLException {
    String forNew = made(running(aPromotion(with(anOffer("4"), "offeredTo", "NEW"))), aVoucher(9));
    String forLoyal =
        made(running(aPromotion(with(anOffer("9"), "offeredTo", "LOYAL"))), aVoucher(9));
    String product = aProduct();
    Instant lately = Instant.now().minus(30, ChronoUnit.DAYS);
    String newcomer = created(aPerson());
    String lapsed = created(aPerson());
    ordered(lapsed, product, "5", "CNY", Instant.now().minus(760, ChronoUnit.DAYS));
    String loyal = created(aPerson());
    for (int i = 0; i < 3; i++) {
      ordered(loyal, product, "5", "CNY", lately);
    }
    String twice = created(aPerson());
    ordered(twice, product, "5", "CNY", lately);
    String second = ordered(twice, product, "5", "CNY", lately);

    redeem(forNew, basket(newcomer, "50")).then().statusCode(201);
    redeem(forNew, basket(lapsed, "50")).then().statusCode(201);
    assertRefused(redeem(forNew, basket(twice, "50")), "voucher-not-for-customer");
    assertRefused(redeem(forNew, basket(loyal, "50")), "voucher-not-for-customer");
    redeem(forLoyal, basket(loyal, "50")).then().statusCode(201);
    refused(redeem(forLoyal, basket(newcomer, "50")), "voucher-not-for-customer", 1, forLoyal);
    ordered(twice, product, "5", "CNY", lately);
    assertRefused(
        redeem(forLoyal, Map.of("customerId", twice, "orderId", second)),
        "voucher-not-for-customer");
    redeem(forLoyal, basket(twice, "50")).then().statusCode(201);
  }

  /** An order that is paid with the voucher does not make somebody an old customer. */
  @Test
  void theOrderItselfCountsForNothingYet() {
    String forNew = made(running(aPromotion(with(anOffer("4"), "offeredTo", "NEW"))), aVoucher(9));
    String customer = created(aPerson());
    String first = ordered(customer, aProduct(), "50", "CNY", Instant.now());

    redeem(forNew, Map.of("customerId", customer, "orderId", first)).then().statusCode(201);
  }

  @Test
  void onlyTheTargetGroupOfAnAudienceMayUseIt() throws SQLException {
    String department = "target-" + People.digits(9);
    List<String> all = new java.util.ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(created(with(aPerson(), "department", department)));
    }
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put("audienceId", savedAudience(anAudience(department)));
    promotion.put("controlShare", "50");
    String id = running(promotion);
    String voucher = made(id, aVoucher(100));
    int used = 0;
    for (String customer : all) {
      String group =
          String.valueOf(
              Database.rows(
                      "select member_group from promotion_member where promotion_id = ? and"
                          + " customer_id = ?",
                      Database.bytes(id),
                      Database.bytes(customer))
                  .getFirst()
                  .get("member_group"));
      Response answer =
          Api.writing(PARTNER)
              .body(basket(customer, "50"))
              .post("/v1/vouchers/{id}/redemptions", voucher);
      if (group.equals("TARGET")) {
        answer.then().statusCode(201);
        used++;
      } else {
        refused(answer, "voucher-not-for-customer", used, voucher);
      }
    }
    Response stranger =
        Api.writing(PARTNER)
            .body(basket(created(aPerson()), "50"))
            .post("/v1/vouchers/{id}/redemptions", voucher);
    refused(stranger, "voucher-not-for-customer", used, voucher);
  }

  /** A partner is not told whether somebody is a customer, or is held back. */
  @Test
  void aPartnerLearnsNothingOfStrangers() {
    String voucher = made(running(aPromotion(anOffer("10"))), aVoucher(5));

    Response nobody =
        Api.writing(PARTNER)
            .body(basket(UUID.randomUUID().toString(), "50"))
            .post("/v1/vouchers/{id}/redemptions", voucher);

    assertRefused(nobody, "voucher-not-for-customer");
  }

  @Test
  void aPartnerRollsBackWhatItRedeemedAndNothingElse() {
    String voucher = made(running(aPromotion(anOffer("10"))), aVoucher(5));
    String customer = created(aPerson());
    String ofSales = redeemed(voucher, basket(customer, "50"));
    String own =
        Api.writing(PARTNER)
            .body(basket(customer, "50"))
            .post("/v1/vouchers/{id}/redemptions", voucher)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    rollBackAsPartner(ofSales).then().statusCode(404);
    rollBackAsPartner(own).then().statusCode(200);
  }

  private static Response rollBackAsPartner(String redemption) {
    return Api.as(PARTNER)
        .header("Idempotency-Key", People.digits(20))
        .post("/v1/redemptions/{id}/rollbacks", redemption);
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
