package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.PROMOTIONS;
import static org.kexin.testing.Promotions.aProduct;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aResponse;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.act;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.drafted;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.redeemed;
import static org.kexin.testing.Promotions.respond;
import static org.kexin.testing.Promotions.running;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;

/** How people respond, until when that is taken, and what a no means. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PromotionResponseIT {
  @Inject PromotionTimeLine timeLine;

  @Test
  void aResponseStandsInTheListAndOnTheTimeLine() {
    String id = running(aPromotion(anOffer("10")));
    String customer = created(aPerson());
    Consents.record(customer, with(Consents.given("MARKETING"), "channel", "PHONE"));
    String contact =
        org.kexin.testing.Promotions.contact(
                id, org.kexin.testing.Promotions.aContact(customer, "PHONE"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String response =
        respond(id, aResponse(customer, "INTERESTED")).then().statusCode(201).extract().path("id");
    String redemption =
        redeemed(made(id, aVoucher(1)), org.kexin.testing.Promotions.basket(customer, "50"));

    Api.as(PRIVACY_OFFICER)
        .get(PROMOTIONS + "/{id}/responses", id)
        .then()
        .statusCode(200)
        .body("items.id", contains(response))
        .body("items[0].kind", equalTo("INTERESTED"))
        .body("items[0].customerId", equalTo(customer));
    List<TimeLineEntry> told =
        timeLine.newest(UUID.fromString(customer), timeLine.kinds(), null, 10);
    assertThat(told)
        .extracting(TimeLineEntry::kind, TimeLineEntry::summary, it -> it.id().toString())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("PROMOTION_CONTACT", "PHONE", contact),
            org.assertj.core.groups.Tuple.tuple("PROMOTION_RESPONSE", "INTERESTED", response),
            org.assertj.core.groups.Tuple.tuple("VOUCHER_REDEMPTION", "REDEEMED", redemption));
    assertThat(told).isSortedAccordingTo(TimeLineEntry.NEWEST_FIRST);
    assertThat(
            timeLine.newest(
                UUID.fromString(customer), timeLine.kinds(), told.getFirst().position(), 1))
        .containsExactly(told.get(1));
    assertThat(timeLine.newest(UUID.fromString(customer), Set.of("PROMOTION_RESPONSE"), null, 10))
        .extracting(TimeLineEntry::subjectId)
        .containsExactly(UUID.fromString(id));
  }

  @Test
  void whoUnsubscribesWithdrawsTheConsent() {
    String id = running(aPromotion(anOffer("10")));
    String customer = created(aPerson());
    Consents.record(customer, Consents.given("MARKETING"));

    respond(id, aResponse(customer, "UNSUBSCRIBED")).then().statusCode(201);

    assertRefused(
        org.kexin.testing.Promotions.contact(
            id, org.kexin.testing.Promotions.aContact(customer, "PHONE")),
        "consent-missing");
    org.kexin.testing.Promotions.contact(
            id, org.kexin.testing.Promotions.aContact(customer, "EMAIL"))
        .then()
        .statusCode(201);
    respond(id, with(aResponse(customer, "UNSUBSCRIBED"), "channel", "SHOP"))
        .then()
        .statusCode(201);
    assertRefused(
        org.kexin.testing.Promotions.contact(
            id, org.kexin.testing.Promotions.aContact(customer, "SMS")),
        "consent-missing");
  }

  @Test
  void aResponseIsTakenForSomeDaysAfterTheEndAndNoLonger() throws SQLException {
    String draft = drafted(aPromotion(anOffer("10")));
    String customer = created(aPerson());
    assertRefused(respond(draft, aResponse(customer, "DECLINED")), "promotion-not-running");
    String id = running(aPromotion(anOffer("10")));
    act(id, "closings").then().statusCode(200);
    respond(id, aResponse(customer, "DECLINED")).then().statusCode(201);

    execute(
        "update promotion set ended_at = now(6) - interval 14 day - interval 1 minute where id = ?",
        id);

    assertRefused(respond(id, aResponse(customer, "DECLINED")), "promotion-closed");
    assertThat(
            Database.rows(
                "select 1 from promotion_response where promotion_id = ?", Database.bytes(id)))
        .hasSize(1);
  }

  @Test
  void aResponseThatCannotBeIsRefused() {
    String id = running(aPromotion(anOffer("10")));
    String customer = created(aPerson());
    String foreign =
        org.kexin.testing.Promotions.ordered(
            created(aPerson()), aProduct(), "5", "CNY", Instant.now());

    respond(
            id,
            with(
                with(aResponse(customer, "PURCHASED"), "orderId", foreign),
                "respondedAt",
                "2025-01-01T00:00:00Z"))
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/respondedAt", "/orderId"));
    respond(id, aResponse(UUID.randomUUID().toString(), "DECLINED"))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/customerId"));
  }

  private static void assertRefused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }

  private static void execute(String sql, String id) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, Database.bytes(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
