package org.kexin.analysis.effect;

import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.People;
import org.kexin.testing.Promotions;

/**
 * A promotion with a real control group of about half of eighty customers. Twelve targets bought
 * for 100 each within the window, ten controls for 50 each; one target gave a piece back, ten
 * controls bought again after the window. Eleven targets were contacted at 0.50, one redeemed a
 * voucher of ten percent for 50. How many are in which arm is drawn.
 */
final class TrialPromotion {

  static final String CURRENCY = "BTN";
  static final String ELSEWHERE = "MVR";
  static final LocalDate WITHIN = LocalDate.of(2026, 3, 2);
  static final LocalDate AFTER = LocalDate.of(2026, 5, 5);
  static final int MEMBERS = 80;
  static final int BUYING_TARGETS = 12;
  static final int BUYING_CONTROLS = 10;
  static final int CONTACTED = 11;

  static final List<String> TARGETS = new ArrayList<>();
  static final List<String> CONTROLS = new ArrayList<>();
  static String promotion = "";

  /** Makes it unless it is there. */
  static void promote() throws SQLException {
    if (!promotion.isEmpty()) {
      return;
    }
    String department = "effect-" + digits(9);
    for (int i = 0; i < MEMBERS; i++) {
      created(with(People.aPerson(), "department", department));
    }
    Map<String, Object> wanted = Promotions.aPromotion(Promotions.anOffer("10"));
    wanted.put("audienceId", Promotions.savedAudience(Promotions.anAudience(department)));
    wanted.put("controlShare", "50");
    wanted.put(
        "cost",
        Map.of(
            "fixed",
            Promotions.money("100", CURRENCY),
            "perContact",
            Promotions.money("0.50", CURRENCY),
            "perRedemption",
            Promotions.money("1", CURRENCY)));
    promotion = Promotions.running(wanted);
    for (Map<String, ?> member :
        Database.rows(
            "select customer_id, member_group from promotion_member where promotion_id = ?"
                + " order by customer_id",
            Database.bytes(promotion))) {
      (String.valueOf(member.get("member_group")).equals("TARGET") ? TARGETS : CONTROLS)
          .add(String.valueOf(member.get("customer_id")));
    }
    approach();
    sell();
  }

  static void approach() {
    for (String target : TARGETS.subList(0, CONTACTED)) {
      Promotions.agrees(target, Consents.given("MARKETING"));
      Promotions.contact(promotion, Promotions.aContact(target, "SMS")).then().statusCode(201);
    }
    // The first two speak for wanting something, the third does not.
    respond(TARGETS.get(0), "INTERESTED");
    respond(TARGETS.get(1), "PURCHASED");
    respond(TARGETS.get(2), "DECLINED");
    respond(CONTROLS.getFirst(), "INTERESTED");
    Map<String, Object> basket = new HashMap<>();
    basket.put("customerId", TARGETS.get(3));
    basket.put("amount", Promotions.money("50", CURRENCY));
    String voucher = Promotions.made(promotion, Promotions.aVoucher(10));
    Api.writing(Api.PARTNER)
        .body(basket)
        .post("/v1/vouchers/{id}/redemptions", voucher)
        .then()
        .statusCode(201);
  }

  static void respond(String customer, String kind) {
    Api.writing(Api.MARKETING)
        .body(Promotions.aResponse(customer, kind))
        .post("/v1/promotions/{id}/responses", promotion)
        .then()
        .statusCode(201);
  }

  static void sell() {
    String product = Promotions.aProduct();
    for (int i = 0; i < BUYING_TARGETS; i++) {
      String order = ordered(TARGETS.get(i), product, "100", CURRENCY, WITHIN);
      if (i == 0) {
        giveBack(order, product);
      }
    }
    for (int i = 0; i < BUYING_CONTROLS; i++) {
      ordered(CONTROLS.get(i), product, "50", CURRENCY, WITHIN);
      ordered(CONTROLS.get(i), product, "450", CURRENCY, AFTER);
    }
    ordered(TARGETS.getLast(), product, "350", ELSEWHERE, WITHIN);
  }

  static String ordered(
      String customer, String product, String price, String currency, LocalDate day) {
    return Promotions.ordered(
        customer, product, price, currency, day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  /** By the first target, whatever department the customer is for. */
  static void giveBack(String order, String product) {
    Map<String, Object> line =
        Map.of(
            "productId",
            product,
            "quantity",
            1,
            "unitPrice",
            "100",
            "returnOf",
            Map.of("transactionId", order, "lineNo", 1));
    Api.writing(Api.DATA_STEWARD)
        .body(
            Map.of(
                "kind",
                "RETURN",
                "source",
                "effect-it",
                "number",
                digits(15),
                "customerId",
                TARGETS.getFirst(),
                "channel",
                "ONLINE",
                "currency",
                CURRENCY,
                "occurredAt",
                WITHIN + "T13:00:00Z",
                "lines",
                List.of(line)))
        .post("/v1/transactions")
        .then()
        .statusCode(201);
  }

  private TrialPromotion() {}
}
