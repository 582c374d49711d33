package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.loyalty.Refusals.refused;
import static org.kexin.loyalty.Refusals.refusedAt;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.People;

/** Memberships, points, rewards and referrals over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LoyaltyIT {

  @Test
  void anOrderBringsPointsAndAReturnTakesThemBack() {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);

    String order = Loyalty.ordered(customer, 3);
    Loyalty.read(account).body("balance", is(30)).body("available", is(30));
    Loyalty.returned(customer, order, 1);
    Loyalty.read(account).body("balance", is(20)).body("nextExpiryPoints", is(20));

    Loyalty.spend(account, 15).statusCode(200);
    Loyalty.returned(customer, order, 2);
    Loyalty.read(account).body("balance", is(-15)).body("owed", is(15)).body("available", is(0));
    Loyalty.ordered(customer, 2);
    Loyalty.read(account).body("balance", is(5)).body("owed", is(0));
    entries(account)
        .body(
            "items.kind",
            contains(
                "REPAY", "RELEASE", "EARN", "REVERSE", "REVERSE", "SPEND", "REVERSE", "RELEASE",
                "EARN"))
        .body("items.find { it.number == 1 }.transactionId", equalTo(order))
        .body("items.find { it.number == 1 }.termsVersion", is(1));
  }

  @Test
  void whatHappenedBeforeTheyJoinedBringsNothing() {
    String customer = created(aPerson());
    String before = Loyalty.ordered(customer, 3);
    String account = Loyalty.accountOf(customer);

    Loyalty.returned(customer, before, 1);
    Loyalty.ordered(created(aPerson()), 3);

    entries(account).body("items", hasSize(0));
  }

  @Test
  void spendingTooMuchIsRefusedAndChangesNothing() throws SQLException {
    String account = Loyalty.accountWith(100);
    Map<String, Long> before = Database.counts("points_");

    refused(Loyalty.spend(account, 101), 409, "points-insufficient");
    refused(Loyalty.adjust(account, -101), 409, "points-insufficient");
    refused(Loyalty.claim(account, Loyalty.rewardFor(account, 101)), 409, "points-insufficient");

    assertThat(Database.counts("points_")).isEqualTo(before);
    Loyalty.read(account).body("balance", is(100));
    Loyalty.spend(account, 100).statusCode(200);
    Loyalty.read(account).body("balance", is(0)).body("nextExpiryAt", nullValue());
  }

  @Test
  void aSpendingIsRolledBackOnce() {
    String account = Loyalty.accountWith(100);
    String spending = Loyalty.spend(account, 60).statusCode(200).extract().path("id");

    Loyalty.rollBack(account, spending).statusCode(200);
    refused(Loyalty.rollBack(account, spending), 409, "spending-rolled-back");

    Loyalty.read(account).body("balance", is(100));
    entries(account).body("items[0].kind", is("ROLL_BACK")).body("items[0].undoes", is(spending));
    refusedAt(Loyalty.rollBack(account, UUID.randomUUID().toString()), "/spendingId");
    String other = Loyalty.accountWith(1);
    refusedAt(Loyalty.rollBack(other, spending), "/spendingId");
    refusedAt(Loyalty.adjust(account, 0), "/points");
  }

  @Test
  void leavingIsOneCallAndGivesOutWhatIsHeld() {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);
    String order = Loyalty.ordered(customer, 12);
    Loyalty.spend(account, 100).statusCode(200);
    Loyalty.returned(customer, order, 12);
    Loyalty.read(account).body("owed", is(100));

    Loyalty.close(account)
        .statusCode(200)
        .body("export.account.balance", is(0))
        .body("export.account.closedAt", notNullValue())
        .body("export.events.kind", contains("CLOSED", "LEVEL_CHANGED", "LEVEL_CHANGED", "JOINED"))
        .body("export.entries[0].kind", is("FORGIVE"))
        .body("export.entries", hasSize(6))
        .body("export.nextPageToken", nullValue());

    Loyalty.close(account).statusCode(200).body("export.entries", hasSize(6));
    refused(Loyalty.spend(account, 1), 409, "membership-closed");
    refused(Loyalty.adjust(account, 1), 409, "membership-closed");
    refused(Loyalty.rollBack(account, order), 409, "membership-closed");
    refused(Loyalty.claim(account, Loyalty.rewardFor(account, 1)), 409, "membership-closed");
    refused(Loyalty.refer(account, created(aPerson())), 409, "membership-closed");
    Loyalty.ordered(customer, 1);
    entries(account).body("items", hasSize(6));
    Loyalty.joined(Loyalty.read(account).extract().path("programmeId"), customer);
  }

  @Test
  void pointsLeftAreGivenUpAndClaimsStandWhenSomebodyLeaves() {
    String account = Loyalty.accountWith(100);
    String claim =
        Loyalty.claim(account, Loyalty.rewardFor(account, 40)).statusCode(200).extract().path("id");

    Loyalty.close(account)
        .statusCode(200)
        .body("export.entries[0].kind", is("FORFEIT"))
        .body("export.entries[0].points", is(60))
        .body("export.claims.state", contains("CLAIMED"))
        .body("export.adjustments", hasSize(1));

    refused(Loyalty.cancel(claim), 409, "membership-closed");
  }

  @Test
  void anExportIsPagedOverAllItsSections() {
    String customer = created(aPerson());
    Loyalty.everythingOf(customer);
    String account =
        Api.as(DATA_STEWARD)
            .queryParam("customerId", customer)
            .get(Loyalty.ACCOUNTS)
            .path("items.find { it.closedAt == null }.id");
    Map<String, List<Object>> whole = Api.as(DATA_STEWARD).get(url(account, "export")).path("");

    List<Object> paged = new ArrayList<>();
    String next = null;
    do {
      var request = Api.as(DATA_STEWARD).queryParam("pageSize", 2);
      var page =
          (next == null ? request : request.queryParam("pageToken", next))
              .get(url(account, "export"));
      page.then().statusCode(200);
      for (String section : sections()) {
        paged.addAll(page.<List<Object>>path(section));
      }
      next = page.path("nextPageToken");
    } while (next != null);

    List<Object> expected = new ArrayList<>();
    sections().forEach(section -> expected.addAll(whole.getOrDefault(section, List.of())));
    assertThat(expected).hasSizeGreaterThan(12);
    assertThat(paged).isEqualTo(expected);
  }

  @Test
  void theCustomerSeesAndLeavesTheirOwnMembershipsOnly() {
    People.ownCustomer();
    String own = Loyalty.accountOf(People.OWN_CUSTOMER);
    String foreign = Loyalty.accountWith(5);
    Loyalty.adjust(own, 7).statusCode(200);

    Api.as(CUSTOMER)
        .queryParam("pageSize", 1)
        .get("/v1/me/loyalty/accounts")
        .then()
        .statusCode(200)
        .body("items[0].id", is(own))
        .body("items[0].balance", is(7));
    Api.as(CUSTOMER)
        .get("/v1/me/loyalty/accounts/{id}/entries", own)
        .then()
        .statusCode(200)
        .body("items.points", contains(7));
    for (String part : List.of("entries", "export")) {
      Api.as(CUSTOMER).get("/v1/me/loyalty/accounts/{id}/" + part, foreign).then().statusCode(404);
    }
    leave(foreign).statusCode(404);
    leave(own).statusCode(200).body("export.entries[0].kind", is("FORFEIT"));
    Loyalty.read(foreign).body("balance", is(5)).body("closedAt", nullValue());
  }

  @Test
  void theCustomerJoinsAndClaims() {
    People.ownCustomer();
    String programme = Loyalty.programme();
    String own = joinMyself(programme).statusCode(200).extract().path("id");
    refused(joinMyself(programme), 409, "already-exists");
    refusedAt(joinMyself(UUID.randomUUID().toString()), "/programmeId");
    String reward = Loyalty.rewardFor(own, 10);
    refused(claimMyself(own, reward), 409, "points-insufficient");
    Loyalty.adjust(own, 25).statusCode(200);
    String foreign = Loyalty.joined(programme, created(aPerson()));
    Loyalty.adjust(foreign, 25).statusCode(200);

    claimMyself(own, reward).statusCode(200);
    claimMyself(foreign, reward).statusCode(404);

    Loyalty.read(own).body("balance", is(15));
    Loyalty.read(foreign).body("balance", is(25));
  }

  @Test
  void nobodyJoinsTwiceOrWhatIsNotThere() {
    String programme = Loyalty.programme();
    String customer = created(aPerson());
    Loyalty.joined(programme, customer);

    refused(join(programme, customer), 409, "already-exists");
    refusedAt(join(UUID.randomUUID().toString(), customer), "/programmeId");
    refusedAt(join(programme, UUID.randomUUID().toString()), "/customerId");
    Map<String, Object> taken = Loyalty.aProgramme();
    Loyalty.programme(taken);
    refused(
        Api.writing(MARKETING).body(taken).post("/v1/loyalty/programmes").then(),
        409,
        "already-exists");
  }

  private static List<String> sections() {
    return List.of("events", "claims", "referrals", "adjustments", "entries");
  }

  private static ValidatableResponse joinMyself(String programme) {
    return Api.writing(CUSTOMER)
        .body(Map.of("programmeId", programme))
        .post("/v1/me/loyalty/accounts")
        .then();
  }

  private static ValidatableResponse claimMyself(String account, String reward) {
    return Api.writing(CUSTOMER)
        .body(Map.of("rewardId", reward))
        .post("/v1/me/loyalty/accounts/{id}/claims", account)
        .then();
  }

  private static ValidatableResponse leave(String account) {
    return Api.as(CUSTOMER)
        .header("Idempotency-Key", digits(20))
        .post("/v1/me/loyalty/accounts/{id}/closings", account)
        .then();
  }

  private static ValidatableResponse join(String programme, String customer) {
    return Api.writing(DATA_STEWARD)
        .body(Map.of("programmeId", programme, "customerId", customer))
        .post(Loyalty.ACCOUNTS)
        .then();
  }

  private static ValidatableResponse entries(String account) {
    return list(account, "entries");
  }

  private static ValidatableResponse list(String account, String what) {
    return Api.as(DATA_STEWARD).get(url(account, what)).then().statusCode(200);
  }

  private static String url(String account, String what) {
    return Loyalty.ACCOUNTS + "/" + account + "/" + what;
  }
}
