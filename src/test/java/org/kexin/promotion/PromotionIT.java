package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.PROMOTIONS;
import static org.kexin.testing.Promotions.aProduct;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.act;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.drafted;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.money;
import static org.kexin.testing.Promotions.read;
import static org.kexin.testing.Promotions.redeemed;
import static org.kexin.testing.Promotions.running;
import static org.kexin.testing.Promotions.savedAudience;
import static org.kexin.testing.Promotions.start;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;

/** The course of promotions, their cost and fairness, and responses to them. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PromotionIT {

  @Inject PromotionService service;

  @Test
  void aDraftIsChangedByWhoSawIt() {
    String id = drafted(aPromotion(anOffer("10")));
    String etag = read(id).extract().header("ETag");

    patch(id, etag, Map.of("name", "Autumn")).then().statusCode(200);
    patch(id, etag, Map.of("name", "Winter")).then().statusCode(412);

    read(id).body("facts.name", equalTo("Autumn")).body("state", equalTo("DRAFT"));
  }

  @Test
  void itsFactsComeBackAsTheyWereSaid() {
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put(
        "description",
        Map.of("staff", List.of("u-1"), "gift", "Tea caddy", "handout", "At the till"));
    promotion.put("intent", Map.of("purpose", "Win back", "reason", "Repeats fell"));
    promotion.put("startsAt", "2026-03-01T08:26:00Z");
    String id = drafted(promotion);

    read(id)
        .body("facts.type", equalTo("PRICE_CUT"))
        .body("facts.media", contains("INTERNET"))
        .body("facts.description.gift", equalTo("Tea caddy"))
        .body("facts.description.staff", contains("u-1"))
        .body("facts.intent.reason", equalTo("Repeats fell"))
        .body("facts.startsAt", equalTo("2026-03-01T08:26:00Z"))
        .body("facts.offers[0].discount.percent", equalTo("10"))
        .body("facts.offers[0].offeredTo", equalTo("ALL"))
        .body("cost.actual.amount", equalTo("0.00"))
        .body("controlSeed", nullValue());
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Map<String, Object> promotion =
        aPromotion(
            List.of(
                anOffer("10"),
                with(anOffer("5"), "productIds", List.of(UUID.randomUUID().toString()))));
    promotion.put("startsAt", "2026-03-01T08:26:30Z");
    promotion.put("endsAt", "2026-03-01T08:00:00Z");
    promotion.put("audienceId", UUID.randomUUID().toString());
    promotion.put("controlShare", "51");

    Api.writing(MARKETING)
        .body(promotion)
        .post(PROMOTIONS)
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/startsAt",
                "/endsAt",
                "/audienceId",
                "/controlShare",
                "/offers/1/key",
                "/offers/1/productIds"));
  }

  @Test
  void whatCannotBeIsRefusedEachWithItsOwnCode() {
    String draft = drafted(aPromotion(anOffer("10")));
    assertRefused(act(draft, "closings"), "promotion-not-running");
    act(draft, "cancellations").then().statusCode(200);
    assertRefused(start(draft), "promotion-not-draft");
    assertRefused(act(draft, "cancellations"), "not-ready");

    String id = running(aPromotion(anOffer("10")));
    assertRefused(start(id), "promotion-not-draft");
    assertRefused(act(id, "cancellations"), "not-ready");
    assertRefused(
        patch(id, read(id).extract().header("ETag"), Map.of("name", "X")), "promotion-not-draft");
    act(id, "closings").then().statusCode(200);
    assertRefused(act(id, "closings"), "promotion-not-running");
    read(id).body("state", equalTo("CLOSED"));
  }

  @Test
  void whatIsOverIsClosedByItself() throws SQLException {
    String over = running(aPromotion(anOffer("10")));
    String goesOn = running(aPromotion(anOffer("10")));
    execute("update promotion set ends_at = now(6) where id = ?", over);

    service.closeOverdue();

    read(over).body("state", equalTo("CLOSED"));
    read(goesOn).body("state", equalTo("RUNNING"));
    assertThat(column("select running from promotion_tally where promotion_id = ?", over))
        .isEqualTo(false);
  }

  @Test
  void theActualCostIsExact() {
    Map<String, Object> promotion = aPromotion(anOffer("12.5"));
    promotion.put(
        "cost",
        Map.of(
            "fixed", money("1000.10"),
            "perContact", money("0.0375"),
            "perRedemption", money("0.20"),
            "budget", money("1002")));
    String id = running(promotion);
    String voucher = made(id, aVoucher(10));
    String customer = created(aPerson());
    Consents.record(customer, with(Consents.given("MARKETING"), "channel", "EMAIL"));
    org.kexin.testing.Promotions.contact(
            id, org.kexin.testing.Promotions.aContact(customer, "EMAIL"))
        .then()
        .statusCode(201);
    read(id)
        .body("cost.actual.amount", equalTo("1000.1375"))
        .body("cost.overBudget", equalTo(false));

    redeemed(voucher, org.kexin.testing.Promotions.basket(customer, "19.95"));

    // 1000.10 + 0.0375 + 0.20 + 2.49
    read(id)
        .body("cost.actual.amount", equalTo("1002.8275"))
        .body("cost.overBudget", equalTo(true))
        .body("cost.contacts", equalTo(1))
        .body("cost.redemptions", equalTo(1));
  }

  /** In a currency of its own: what others of these tests run must not make up for it. */
  @Test
  void anUnfairPromotionStartsOnlyWhenAPrivacyOfficerAnswersForThisVersion() {
    String tea = aProduct();
    Map<String, Object> promotion =
        aPromotion(with(with(anOffer("20"), "offeredTo", "NEW"), "productIds", List.of(tea)));
    promotion.put("cost", Map.of("fixed", money("1", "NZD")));
    String id = drafted(promotion);

    start(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("unfair-difference"))
        .body("candidates", contains(tea))
        .body("detail", containsString(tea + " (1.25 times)"));
    Api.as(PRIVACY_OFFICER)
        .get(PROMOTIONS + "/{id}/fairness", id)
        .then()
        .statusCode(200)
        .body("fair", equalTo(false))
        .body("approved", equalTo(false))
        .body("threshold", equalTo("5"))
        .body("products[0].productId", equalTo(tea))
        .body("products[0].newPays", equalTo("0.8"))
        .body("products[0].loyalPays", equalTo("1"))
        .body("products[0].ratio", equalTo("1.25"));
    approve(id, 0).then().statusCode(201);
    assertRefused(approve(id, 0), "already-exists");
    patch(id, "\"0\"", Map.of("name", "Changed")).then().statusCode(200);
    assertRefused(start(id), "unfair-difference");
    assertRefused(approve(id, 0), "not-ready");
    approve(id, 1).then().statusCode(201);

    start(id).then().statusCode(202);
    read(id).body("state", equalTo("RUNNING"));
    assertRefused(approve(id, 2), "promotion-not-draft");
    act(id, "closings").then().statusCode(200);
  }

  @Test
  void anAudienceOfNewcomersIsUnfairToo() {
    Map<String, Object> promotion = aPromotion(anOffer("20"));
    promotion.put("cost", Map.of("fixed", money("1", "AUD")));
    promotion.put(
        "audienceId",
        savedAudience(
            Map.of("name", "Newcomers", "criteria", Map.of("purchases", Map.of("ordersMax", 0)))));
    String id = drafted(promotion);

    start(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("unfair-difference"))
        .body("detail", containsString("every other product (1.25 times)"));
  }

  @Test
  void promotionsAreListedByState() {
    String draft = drafted(aPromotion(anOffer("10")));
    String id = running(aPromotion(anOffer("10")));

    Api.as(MARKETING)
        .queryParam("state", "DRAFT")
        .get(PROMOTIONS)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(draft))
        .body("items.id", org.hamcrest.Matchers.not(hasItem(id)));
  }

  private static Response patch(String id, String etag, Map<String, Object> patch) {
    return Api.patching(MARKETING, etag).body(patch).patch(PROMOTIONS + "/{id}", id);
  }

  private static Response approve(String id, int version) {
    return Api.writing(PRIVACY_OFFICER)
        .body(Map.of("version", version, "reason", "First orders cost us no delivery."))
        .post(PROMOTIONS + "/{id}/fairness-approvals", id);
  }

  private static void assertRefused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }

  private static @Nullable Object column(String sql, String id) throws SQLException {
    return Objects.requireNonNull(Database.rows(sql, Database.bytes(id)).getFirst())
        .values()
        .iterator()
        .next();
  }

  private static void execute(String sql, String id) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, Database.bytes(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
