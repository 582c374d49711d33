package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.PROMOTIONS;
import static org.kexin.testing.Promotions.aContact;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.act;
import static org.kexin.testing.Promotions.agrees;
import static org.kexin.testing.Promotions.anAudience;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.contact;
import static org.kexin.testing.Promotions.drafted;
import static org.kexin.testing.Promotions.money;
import static org.kexin.testing.Promotions.read;
import static org.kexin.testing.Promotions.running;
import static org.kexin.testing.Promotions.savedAudience;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Nobody is on record as approached who must not be. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PromotionContactIT {

  @Test
  void theControlGroupIsLeftAlone() throws SQLException {
    String department = "control-" + People.digits(9);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String customer = created(with(aPerson(), "department", department));
      agrees(customer, Consents.given("MARKETING"));
      all.add(customer);
    }
    Map<String, Object> promotion = promotion(department, false);
    promotion.put("controlShare", "50");
    String id = running(promotion);
    int targets = read(id).extract().path("members.targets");
    int controls = read(id).extract().path("members.controls");
    assertThat(targets + controls).isEqualTo(16);

    Response answer =
        Api.writing(MARKETING)
            .body(Map.of("items", all.stream().map(it -> aContact(it, "SMS")).toList()))
            .post(PROMOTIONS + "/{id}/contacts/batches", id);

    answer.then().statusCode(200);
    assertThat(answer.<List<String>>path("items.status"))
        .containsOnly("CREATED", "REFUSED")
        .filteredOn("CREATED"::equals)
        .hasSize(targets);
    assertThat(answer.<List<String>>path("items.findAll { it.problem != null }.problem.code"))
        .hasSize(controls)
        .containsOnly("not-a-target");
    assertThat(contacts(id)).isEqualTo(targets);
    assertThat(
            Database.rows(
                "select 1 from promotion_contact c join promotion_member m"
                    + " on m.promotion_id = c.promotion_id and m.customer_id = c.customer_id"
                    + " where c.promotion_id = ? and m.member_group = 'CONTROL'",
                Database.bytes(id)))
        .isEmpty();
  }

  @Test
  void oneContactOfAMinuteAndChannelIsOnRecord() throws SQLException {
    String id = running(aPromotion(anOffer("10")));
    String customer = created(aPerson());
    agrees(customer, Consents.given("MARKETING"));
    Map<String, Object> then =
        with(aContact(customer, "PHONE"), "contactedAt", "2026-03-01T08:26:10Z");
    contact(id, then).then().statusCode(201);

    assertRefused(contact(id, with(then, "contactedAt", "2026-03-01T08:26:50Z")), "already-exists");
    contact(id, with(then, "contactedAt", "2026-03-01T08:27:00Z")).then().statusCode(201);
    contact(id, with(then, "channel", "SMS")).then().statusCode(201);

    Api.as(SALES)
        .get(PROMOTIONS + "/{id}/contacts", id)
        .then()
        .statusCode(200)
        .body("items.channel", contains("SMS", "PHONE", "PHONE"))
        .body("items[2].contactedAt", equalTo("2026-03-01T08:26:00Z"));
  }

  @Test
  void twoAlikeInABatchAreOne() throws SQLException {
    String id = running(aPromotion(anOffer("10")));
    String customer = created(aPerson());
    agrees(customer, Consents.given("MARKETING"));
    Map<String, Object> same =
        with(aContact(customer, "PHONE"), "contactedAt", "2026-03-01T08:26:10Z");

    Api.writing(MARKETING)
        .body(Map.of("items", List.of(same, same, with(same, "channel", "APP"))))
        .post(PROMOTIONS + "/{id}/contacts/batches", id)
        .then()
        .statusCode(200)
        .body("items.status", contains("CREATED", "REFUSED", "CREATED"))
        .body("items[1].problem.code", equalTo("already-exists"));
    assertThat(contacts(id)).isEqualTo(2);
  }

  @Test
  void nobodyIsContactedWhileItDoesNotRun() throws SQLException {
    String customer = created(aPerson());
    agrees(customer, Consents.given("MARKETING"));
    String draft = drafted(aPromotion(anOffer("10")));
    assertRefused(contact(draft, aContact(customer, "PHONE")), "promotion-not-running");
    String closed = running(aPromotion(anOffer("10")));
    act(closed, "closings").then().statusCode(200);
    assertRefused(contact(closed, aContact(customer, "PHONE")), "promotion-not-running");
    String id = running(aPromotion(anOffer("10")));

    contact(id, with(aContact(customer, "PHONE"), "contactedAt", "2025-12-31T23:59:00Z"))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/contactedAt"));
    contact(id, with(aContact(customer, "PHONE"), "contactedAt", "2098-01-01T00:00:00Z"))
        .then()
        .statusCode(400);
    assertThat(contacts(draft) + contacts(closed) + contacts(id)).isZero();
  }

  @Test
  void aHardBudgetHoldsForContactsToo() throws SQLException {
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put(
        "cost",
        Map.of(
            "fixed",
            money("100"),
            "perContact",
            money("2"),
            "budget",
            money("103.99"),
            "hardBudget",
            true));
    String id = running(promotion);
    String customer = created(aPerson());
    agrees(customer, Consents.given("MARKETING"));
    contact(id, aContact(customer, "PHONE")).then().statusCode(201);

    assertRefused(contact(id, aContact(customer, "SMS")), "budget-exceeded");

    assertThat(contacts(id)).isEqualTo(1);
    read(id).body("cost.actual.amount", equalTo("102.00")).body("cost.contacts", equalTo(1));
  }

  @Test
  void customersOfAnotherDepartmentAreOutOfReach() throws SQLException {
    String id = running(aPromotion(anOffer("10")));
    String foreign = created(with(aPerson(), "department", "elsewhere"));
    agrees(foreign, Consents.given("MARKETING"));

    Api.writing(SALES)
        .body(aContact(foreign, "PHONE"))
        .post(PROMOTIONS + "/{id}/contacts", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    Api.writing(SALES)
        .body(Map.of("items", List.of(aContact(foreign, "PHONE"))))
        .post(PROMOTIONS + "/{id}/contacts/batches", id)
        .then()
        .statusCode(200)
        .body("items[0].problem.code", equalTo("not-your-customer"));
    assertThat(contacts(id)).isZero();
  }

  private static Map<String, Object> promotion(String department, boolean behaviour) {
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put(
        "audienceId",
        savedAudience(
            behaviour
                ? Map.of(
                    "name",
                    "By behaviour",
                    "criteria",
                    Map.of("departments", List.of(department), "purchases", Map.of("ordersMin", 0)))
                : anAudience(department)));
    return promotion;
  }

  private static int contacts(String promotion) throws SQLException {
    return Database.rows(
            "select 1 from promotion_contact where promotion_id = ?", Database.bytes(promotion))
        .size();
  }

  private static void assertRefused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }
}
