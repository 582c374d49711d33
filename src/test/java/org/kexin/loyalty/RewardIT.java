package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.kexin.loyalty.Refusals.refused;
import static org.kexin.loyalty.Refusals.refusedAt;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.Together;

/** Rewards and claims over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RewardIT {

  @Test
  void aClaimTakesPieceAndPointsAndItsCancellationGivesBothBack() {
    String account = Loyalty.accountWith(100);
    String programme = Loyalty.read(account).extract().path("programmeId");
    String reward = Loyalty.reward(with(Loyalty.aReward(programme, 70), "stock", 1));

    String claim = Loyalty.claim(account, reward).statusCode(200).extract().path("id");
    Loyalty.read(account).body("balance", is(30));
    claimed(reward).body("claimed", is(1));
    refused(Loyalty.claim(account, reward), 409, "reward-out-of-stock");
    refusedAt(Loyalty.rollBack(account, claim), "/spendingId");

    Loyalty.cancel(claim).statusCode(200);
    refused(Loyalty.cancel(claim), 409, "claim-cancelled");
    Loyalty.read(account).body("balance", is(100));
    claimed(reward).body("claimed", is(0));
    Api.as(DATA_STEWARD)
        .get(Loyalty.ACCOUNTS + "/{id}/claims", account)
        .then()
        .statusCode(200)
        .body("items.state", contains("CANCELLED"));
  }

  @Test
  void aRewardIsHadInItsTimeAndOfItsProgrammeOnly() {
    String account = Loyalty.accountWith(100);
    String programme = Loyalty.read(account).extract().path("programmeId");
    Map<String, Object> reward = Loyalty.aReward(programme, 1);

    String past = Loyalty.reward(with(reward, "validUntil", "2020-01-01T00:00:00Z"));
    String future = Loyalty.reward(with(reward, "validFrom", "2120-01-01T00:00:00Z"));

    refused(Loyalty.claim(account, past), 409, "reward-out-of-time");
    refused(Loyalty.claim(account, future), 409, "reward-out-of-time");
    refusedAt(
        Loyalty.claim(account, Loyalty.reward(Loyalty.aReward(Loyalty.programme(), 1))),
        "/rewardId");
    Loyalty.read(account).body("balance", is(100));
  }

  @Test
  void aRewardKeepsAsManyPiecesAsAreClaimed() {
    String account = Loyalty.accountWith(100);
    String reward = Loyalty.rewardFor(account, 1);
    Loyalty.claim(account, reward).statusCode(200);
    String etag = Api.as(MARKETING).get("/v1/loyalty/rewards/{id}", reward).header("ETag");

    refusedAt(
        Api.patching(MARKETING, etag)
            .body(Map.of("stock", 0))
            .patch("/v1/loyalty/rewards/{id}", reward)
            .then(),
        "/stock");
    Api.patching(MARKETING, etag)
        .body(Map.of("stock", 1))
        .patch("/v1/loyalty/rewards/{id}", reward)
        .then()
        .statusCode(200);
    claimed(reward).body("stock", is(1)).body("claimed", is(1));
    refused(Loyalty.claim(account, reward), 409, "reward-out-of-stock");
  }

  @Test
  void manyWhoClaimAtOnceGetWhatThereIs() throws Exception {
    String programme = Loyalty.programme();
    String reward = Loyalty.reward(with(Loyalty.aReward(programme, 10), "stock", 5));
    List<Callable<Integer>> claims = new ArrayList<>();
    List<String> accounts = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String account = Loyalty.joined(programme, created(aPerson()));
      Loyalty.adjust(account, 10).statusCode(200);
      accounts.add(account);
      claims.add(() -> Loyalty.claim(account, reward).extract().statusCode());
    }

    List<Integer> answers = Together.run(claims);

    assertThat(answers).filteredOn(status -> status == 200).hasSize(5);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
    claimed(reward).body("claimed", is(5));
    long left = 0;
    for (String account : accounts) {
      left += Loyalty.read(account).extract().<Integer>path("balance");
    }
    assertThat(left).isEqualTo(110);
  }

  private static ValidatableResponse claimed(String reward) {
    return Api.as(MARKETING).get("/v1/loyalty/rewards/{id}", reward).then().statusCode(200);
  }
}
