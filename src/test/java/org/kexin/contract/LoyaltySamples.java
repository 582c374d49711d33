package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Api;
import org.kexin.testing.Loyalty;
import org.kexin.testing.People;

/** Loyalty. */
final class LoyaltySamples implements FeatureSamples {

  private static final String ACCOUNT = "/v1/loyalty/accounts/{id}";
  private static final String OWN_ACCOUNT = "/v1/me/loyalty/accounts/{id}";
  private static final long PLENTY = 100_000;

  /** The spending that the next roll-back is of. */
  private static final AtomicReference<@Nullable String> SPENDING = new AtomicReference<>();

  /** What the next claim of one's own is of. */
  private static final AtomicReference<@Nullable String> REWARD = new AtomicReference<>();

  @Override
  public Map<String, Supplier<Object>> bodies() {
    Map<String, Supplier<Object>> own =
        Map.of(
            "joinLoyaltyProgramme",
            LoyaltySamples::anOwnMembership,
            "claimMyReward",
            LoyaltySamples::anOwnClaim);
    Map<String, Supplier<Object>> bodies =
        new HashMap<>(
            Map.of(
                "createLoyaltyProgramme", Loyalty::aProgramme,
                "publishLoyaltyTerms",
                    () -> Map.of("terms", with(Loyalty.terms(), "levelWindowDays", some(1_800))),
                "openLoyaltyAccount",
                    () ->
                        Map.of(
                            "programmeId", Loyalty.programme(), "customerId", created(aPerson())),
                "spendPoints", () -> Map.of("points", some(1_000)),
                "rollBackSpending", LoyaltySamples::aRollBack,
                "adjustPoints",
                    () ->
                        Map.of(
                            "points",
                            some(1_000),
                            "reason",
                            "GOODWILL",
                            "note",
                            "Note " + digits(9)),
                "createLoyaltyReward", () -> Loyalty.aReward(Loyalty.programme(), 10),
                "claimReward", () -> aClaim(Loyalty.accountWith(PLENTY)),
                "recordReferral",
                    () ->
                        Map.of(
                            "accountId",
                            Loyalty.accountOf(created(aPerson())),
                            "customerId",
                            created(aPerson()))));
    bodies.putAll(own);
    return bodies;
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        ACCOUNT + "/spendings", () -> Map.of("id", Loyalty.accountWith(PLENTY)),
        ACCOUNT + "/roll-backs", () -> Map.of("id", spent(Loyalty.accountWith(PLENTY))),
        OWN_ACCOUNT + "/entries", () -> Map.of("id", own()),
        OWN_ACCOUNT + "/export", () -> Map.of("id", own()),
        OWN_ACCOUNT + "/claims", () -> Map.of("id", offered(own())),
        OWN_ACCOUNT + "/closings", () -> Map.of("id", own()));
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "openLoyaltyAccount",
            (call, role, whose) ->
                whole(
                    call,
                    Map.of(
                        "programmeId",
                        Loyalty.programme(),
                        "customerId",
                        OwnedRecords.customer(role, whose))),
        "listLoyaltyAccounts", LoyaltySamples::listed,
        "rollBackSpending",
            (call, role, whose) -> {
              String account = rich(role, whose);
              spent(account);
              return Probes.whole(Probes.sending(call.at(account), aRollBack()));
            },
        "claimReward", (call, role, whose) -> whole(call, aClaim(rich(role, whose))),
        "claimMyReward",
            (call, role, whose) -> {
              String account = offered(rich(role, whose));
              return Probes.whole(Probes.sending(call.at(account), anOwnClaim()));
            },
        "recordReferral",
            (call, role, whose) ->
                whole(
                    call,
                    Map.of("accountId", rich(role, whose), "customerId", created(aPerson()))));
  }

  @Override
  public Map<String, OwnRecord> records() {
    return Map.of(
        ACCOUNT,
        LoyaltySamples::rich,
        OWN_ACCOUNT,
        LoyaltySamples::rich,
        "/v1/loyalty/claims/{id}",
        (role, whose) -> {
          String account = rich(role, whose);
          return Loyalty.claim(account, Loyalty.rewardFor(account, 10))
              .statusCode(200)
              .extract()
              .path("id");
        });
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of(
        "listLoyaltyAccounts",
        call -> {
          String customer = created(aPerson());
          Loyalty.accountOf(customer);
          return call.asking("customerId=" + customer);
        });
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of(
        "createLoyaltyProgramme",
        "publishLoyaltyTerms",
        "createLoyaltyReward",
        "patchLoyaltyReward");
  }

  private static String listed(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    String account = Loyalty.accountOf(customer);
    return Probes.row(call.asking("customerId=" + customer), "items", "id", account);
  }

  private static String whole(ContractCall call, Object body) {
    return Probes.whole(Probes.sending(call, body));
  }

  private static String rich(String role, Whose whose) {
    String account = Loyalty.accountOf(OwnedRecords.customer(role, whose));
    Loyalty.adjust(account, PLENTY).statusCode(200);
    return account;
  }

  private static String own() {
    People.ownCustomer();
    return Loyalty.accountOf(People.OWN_CUSTOMER);
  }

  private static Map<String, Object> aClaim(String account) {
    return Map.of("accountId", account, "rewardId", Loyalty.rewardFor(account, 10));
  }

  private static Map<String, Object> anOwnMembership() {
    People.ownCustomer();
    return Map.of("programmeId", Loyalty.programme());
  }

  /** Offers a reward, for {@link #anOwnClaim} to claim, to an account that can pay it. */
  private static String offered(String account) {
    Loyalty.adjust(account, PLENTY).statusCode(200);
    REWARD.set(Loyalty.rewardFor(account, 10));
    return account;
  }

  private static Map<String, Object> anOwnClaim() {
    String reward = REWARD.getAndSet(null);
    return Map.of("rewardId", reward == null ? UUID.randomUUID().toString() : reward);
  }

  /** Spends some points, for {@link #aRollBack} to roll back, and gives the account. */
  private static String spent(String account) {
    // By who may work with the customers of every department.
    Response spending =
        Api.writing(Api.DATA_STEWARD)
            .body(Map.of("points", 10))
            .post(Loyalty.ACCOUNTS + "/{id}/spendings", account);
    spending.then().statusCode(200);
    SPENDING.set(spending.path("id"));
    return account;
  }

  private static Map<String, Object> aRollBack() {
    String spending = SPENDING.getAndSet(null);
    return Map.of("spendingId", spending == null ? UUID.randomUUID().toString() : spending);
  }

  /** A number from 1 on that is seldom the one before. */
  private static int some(int below) {
    return 1 + Integer.parseInt(digits(9)) % (below - 1);
  }
}
