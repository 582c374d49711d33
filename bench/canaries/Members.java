import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Loyalty, from a programme to the end of memberships. Notes of staff hold what staff write. */
record Members(Service service) {

  private static final String STEWARD = "data-steward";
  private static final String OWN_CUSTOMER = "01932c00-0000-7000-8000-000000000001";

  void serve(List<String> ids, List<Person> persons) {
    Map<String, Object> terms =
        Map.of(
            "validityMonths",
            12,
            "pendingDays",
            0,
            "spentPoints",
            "NEGATIVE",
            "rules",
            List.of(Map.of("kind", "QUANTITY", "points", 10)));
    String programme =
        service
            .call("createLoyaltyProgramme", "marketing")
            .send(Map.of("code", "canary-club", "name", "Club", "terms", terms))
            .is(201)
            .id();
    service
        .call("publishLoyaltyTerms", "marketing")
        .at(programme)
        .send(Map.of("terms", terms))
        .is(200);
    service.call("getLoyaltyProgramme", "customer").at(programme).send().is(200);
    Service.Answer reward =
        service
            .call("createLoyaltyReward", "marketing")
            .send(
                Map.of(
                    "programmeId", programme, "kind", "GIFT", "name", "Tea", "points", 10, "stock",
                    1_000_000))
            .is(201);
    service
        .call("patchLoyaltyReward", "marketing")
        .at(reward.id())
        .with("If-Match", reward.etag())
        .send(Map.of("description", "Spring tea"))
        .is(200);
    service.call("getLoyaltyReward", "customer").at(reward.id()).send().is(200);
    Together.parallel(
        ids.size() / 2, i -> member(ids.get(i), persons.get(i), programme, reward.id(), i));
    refer(ids, programme);
    own(programme, reward.id());
    service.call("checkPointsLedger", "admin").send().is(200);
  }

  private void member(String customer, Person person, String programme, String reward, int i) {
    String account = joined(programme, customer);
    service
        .call("adjustPoints", STEWARD)
        .at(account)
        .send(
            Map.of(
                "points",
                100,
                "reason",
                "GOODWILL",
                "note",
                "A call-back was promised and forgotten."))
        .is(200);
    // A name is no number of a receipt.
    service
        .call("spendPoints", STEWARD)
        .at(account)
        .send(Map.of("points", 1, "reference", person.name()))
        .is(400);
    String spending =
        service
            .call("spendPoints", STEWARD)
            .at(account)
            .send(Map.of("points", 10, "reference", "POS-" + i))
            .is(200)
            .id();
    service
        .call("rollBackSpending", STEWARD)
        .at(account)
        .send(Map.of("spendingId", spending))
        .is(200);
    Map<String, Object> claim = Map.of("accountId", account, "rewardId", reward);
    String claimed = service.call("claimReward", STEWARD).send(claim).is(200).id();
    service.call("cancelRewardClaim", STEWARD).at(claimed).send(null).is(200);
    service.call("claimReward", STEWARD).send(claim).is(200);
    service.call("spendPoints", STEWARD).at(account).send(Map.of("points", 1_000)).is(409);
    for (String read :
        List.of(
            "getLoyaltyAccount",
            "listPointsEntries",
            "listLoyaltyEvents",
            "listRewardClaims",
            "exportLoyaltyAccount")) {
      service.call(read, STEWARD).at(account).send().is(200);
    }
    if (i % 10 == 0) {
      service.call("closeLoyaltyAccount", STEWARD).at(account).send(null).is(200);
    }
  }

  /** The first half are members, the second half were brought by them. */
  private void refer(List<String> ids, String programme) {
    JsonNode accounts =
        service
            .call("listLoyaltyAccounts", STEWARD)
            .asking("programmeId=" + programme + "&pageSize=200")
            .send()
            .is(200)
            .json()
            .get("items");
    int brought = ids.size() - 1;
    for (JsonNode account : accounts) {
      if (!account.has("closedAt")) {
        String id = account.get("id").asText();
        service
            .call("recordReferral", STEWARD)
            .send(Map.of("accountId", id, "customerId", ids.get(brought--)))
            .is(200);
        service.call("listReferrals", STEWARD).at(id).send().is(200);
      }
      if (brought < ids.size() - 5) {
        return;
      }
    }
  }

  private void own(String programme, String reward) {
    String account =
        service
            .call("joinLoyaltyProgramme", "customer")
            .send(Map.of("programmeId", programme))
            .is(200)
            .id();
    service.call("listMyLoyaltyAccounts", "customer").send().is(200);
    service.call("listMyPointsEntries", "customer").at(account).send().is(200);
    service.call("exportMyLoyaltyAccount", "customer").at(account).send().is(200);
    service
        .call("adjustPoints", STEWARD)
        .at(account)
        .send(Map.of("points", 100, "reason", "GOODWILL", "note", "Welcome."))
        .is(200);
    service
        .call("claimMyReward", "customer")
        .at(account)
        .send(Map.of("rewardId", reward))
        .is(200);
    service.call("closeMyLoyaltyAccount", "customer").at(account).send(null).is(200);
  }

  private String joined(String programme, String customer) {
    return service
        .call("openLoyaltyAccount", STEWARD)
        .send(Map.of("programmeId", programme, "customerId", customer))
        .is(201)
        .id();
  }
}
