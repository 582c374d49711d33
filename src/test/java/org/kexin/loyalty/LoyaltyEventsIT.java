package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.kexin.access.Actor;
import org.kexin.access.Changes;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.Together;
import org.kexin.transaction.Channel;
import org.kexin.transaction.ImportedLine;
import org.kexin.transaction.ImportedTransaction;
import org.kexin.transaction.Kind;
import org.kexin.transaction.TransactionIntake;

/** Levels, referrals and imports, and what others are told of them. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LoyaltyEventsIT {

  private static final Actor IMPORTER = Actor.knownOnlyAs("importer", "createImport", "an-import");

  @Inject Heard heard;
  @Inject BookInDatabase database;
  @Inject LoyaltyTimeLine timeLine;
  @Inject TransactionIntake intake;
  @Inject Changes changes;

  /** What was fired. */
  @ApplicationScoped
  static class Heard {

    private final List<Object> events = new CopyOnWriteArrayList<>();

    void on(@Observes LevelChanged event) {
      events.add(event);
    }

    void on(@Observes MembershipClosed event) {
      events.add(event);
    }

    void on(@Observes ReferralRewarded event) {
      events.add(event);
    }

    <T> List<T> all(Class<T> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<LevelChanged> levelsOf(String account) {
      return all(LevelChanged.class).stream()
          .filter(event -> event.accountId().toString().equals(account))
          .toList();
    }
  }

  @Test
  void aLevelIsReachedMultipliesAndIsLostAgain() {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);
    Loyalty.read(account).body("level", nullValue());

    Loyalty.ordered(customer, 9);
    Loyalty.read(account).body("level", nullValue());
    Loyalty.adjust(account, 5_000).statusCode(200);
    Loyalty.read(account).body("level", nullValue());
    String order = Loyalty.ordered(customer, 1);
    Loyalty.read(account).body("level", is("silver"));
    Loyalty.ordered(customer, 95);
    Loyalty.read(account).body("level", is("gold")).body("balance", is(6_050));
    Loyalty.ordered(customer, 3);
    Loyalty.read(account).body("balance", is(6_095));
    Loyalty.returned(customer, order, 1);
    Loyalty.read(account).body("level", is("gold")).body("balance", is(6_085));

    database.levels(Instant.now().plus(Duration.ofDays(364)));
    Loyalty.read(account).body("level", is("gold"));
    for (int batch = 0; heard.levelsOf(account).size() < 3; batch++) {
      assertThat(batch).as("batches of due levels").isLessThan(1_000);
      database.levels(Instant.now().plus(Duration.ofDays(366)));
    }

    Loyalty.read(account).body("level", nullValue()).body("levelSince", nullValue());
    assertThat(heard.levelsOf(account))
        .extracting(LevelChanged::from, LevelChanged::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, "silver"),
            org.assertj.core.groups.Tuple.tuple("silver", "gold"),
            org.assertj.core.groups.Tuple.tuple("gold", null));
    Api.as(DATA_STEWARD)
        .get(Loyalty.ACCOUNTS + "/{id}/events", account)
        .then()
        .statusCode(200)
        .body("items.reason.findAll { it != null }", hasSize(3))
        .body("items.find { it.toLevel == 'gold' }.reason", is("POINTS_EARNED"))
        .body("items.find { it.toLevel == 'gold' }.qualifyingPoints", is(1_050))
        .body("items.find { it.fromLevel == 'gold' }.reason", is("WINDOW_MOVED"));
  }

  @Test
  void aReturnTakesTheLevelThatItsPointsHadReached() {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);
    String order = Loyalty.ordered(customer, 10);
    Loyalty.read(account).body("level", is("silver"));

    Loyalty.returned(customer, order, 1);

    Loyalty.read(account).body("level", nullValue());
    assertThat(heard.levelsOf(account)).hasSize(2);
  }

  @Test
  void otherTermsHoldForWhatComesAfterThem() {
    String programme = Loyalty.programme();
    String customer = created(aPerson());
    String account = Loyalty.joined(programme, customer);
    Loyalty.ordered(customer, 1);
    Map<String, Object> generous =
        with(Loyalty.terms(), "rules", List.of(Map.of("kind", "QUANTITY", "points", 25)));

    Api.writing(MARKETING)
        .body(Map.of("terms", generous))
        .post("/v1/loyalty/programmes/{id}/terms", programme)
        .then()
        .statusCode(200);
    Loyalty.ordered(customer, 1);

    Loyalty.read(account).body("balance", is(35));
    Api.as(DATA_STEWARD)
        .get(Loyalty.ACCOUNTS + "/{id}/entries", account)
        .then()
        .body("items.findAll { it.kind == 'EARN' }.termsVersion", contains(2, 1));
    for (int version : new int[] {1, 2}) {
      Api.as(MARKETING)
          .queryParam("termsVersion", version)
          .get("/v1/loyalty/programmes/{id}", programme)
          .then()
          .statusCode(200)
          .body("terms.rules[0].points", is(version == 1 ? 10 : 25));
    }
    Api.as(MARKETING)
        .queryParam("termsVersion", 3)
        .get("/v1/loyalty/programmes/{id}", programme)
        .then()
        .statusCode(404);
  }

  @Test
  void whoBroughtSomebodyIsRewardedOnceAndForTheFirstPurchase() throws Exception {
    String programme = Loyalty.programme();
    String referrer = Loyalty.joined(programme, created(aPerson()));
    String customer = created(aPerson());
    String referred = Loyalty.joined(programme, customer);
    String referral = Loyalty.refer(referrer, customer).statusCode(200).extract().path("id");

    Loyalty.refer(Loyalty.joined(programme, created(aPerson())), customer)
        .statusCode(409)
        .body("code", is("already-referred"));
    Loyalty.refer(referred, customer).statusCode(409).body("code", is("referral-of-oneself"));
    Callable<String> purchase = () -> Loyalty.ordered(customer, 1);
    Together.run(Collections.nCopies(4, purchase));

    Loyalty.read(referrer).body("balance", is(50)).body("level", nullValue());
    Loyalty.read(referred).body("balance", is(4 * 10 + 20));
    assertThat(heard.all(ReferralRewarded.class))
        .filteredOn(event -> event.referralId().toString().equals(referral))
        .singleElement()
        .extracting(event -> event.referredCustomerId().toString())
        .isEqualTo(customer);
    referrals(referrer)
        .body("items.state", contains("REWARDED"))
        .body("items.referredCustomerId", contains(customer));
  }

  @Test
  void aReferralLapsesWithTheMembershipOfWhoMadeIt() {
    String referrer = Loyalty.accountOf(created(aPerson()));
    String customer = created(aPerson());
    Loyalty.refer(referrer, customer).statusCode(200);
    Loyalty.close(referrer).statusCode(200);

    Loyalty.ordered(customer, 1);

    referrals(referrer).body("items.state", contains("LAPSED"));
    assertThat(heard.all(MembershipClosed.class))
        .extracting(event -> event.accountId().toString())
        .contains(referrer);
  }

  @Test
  void anImportThatIsRepeatedBringsPointsOnceAndItsPartsOneLot() {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);
    UUID product =
        intake.ensureProducts(Map.of("P-" + digits(12), "Mug")).values().iterator().next();
    String number = digits(12);
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);

    for (int i = 0; i < 2; i++) {
      append(number, customer, at, new ImportedLine(1, product, 2, BigDecimal.ONE));
    }
    Loyalty.read(account).body("balance", is(20));
    append(
        number,
        customer,
        at,
        new ImportedLine(1, product, 2, BigDecimal.ONE),
        new ImportedLine(2, product, 3, BigDecimal.ONE));

    Loyalty.read(account).body("balance", is(50));
    List<String> lots =
        Api.as(DATA_STEWARD)
            .get(Loyalty.ACCOUNTS + "/{id}/entries", account)
            .path("items.findAll { it.kind == 'EARN' }.lotId");
    assertThat(lots).hasSize(2);
    assertThat(Set.copyOf(lots)).hasSize(1);
  }

  @Test
  void theTimeLineTellsOfTheMembershipAndOfRewards() {
    String customer = created(aPerson());
    Loyalty.everythingOf(customer);
    UUID person = UUID.fromString(customer);

    List<TimeLineEntry> all = timeLine.newest(person, timeLine.kinds(), null, 100);

    assertThat(all)
        .extracting(TimeLineEntry::kind, TimeLineEntry::summary)
        .contains(
            org.assertj.core.groups.Tuple.tuple("MEMBERSHIP", "JOINED"),
            org.assertj.core.groups.Tuple.tuple("MEMBERSHIP", "LEVEL_CHANGED"),
            org.assertj.core.groups.Tuple.tuple("MEMBERSHIP", "CLOSED"),
            org.assertj.core.groups.Tuple.tuple("REWARD", "CANCELLED"),
            org.assertj.core.groups.Tuple.tuple("REWARD", "CLAIMED"));
    assertThat(all).isSortedAccordingTo(TimeLineEntry.NEWEST_FIRST);
    List<TimeLineEntry> paged = new ArrayList<>();
    List<TimeLineEntry> page = timeLine.newest(person, timeLine.kinds(), null, 2);
    while (!page.isEmpty()) {
      paged.addAll(page);
      page = timeLine.newest(person, timeLine.kinds(), page.getLast().position(), 2);
    }
    assertThat(paged).isEqualTo(all);
    assertThat(timeLine.newest(person, Set.of("REWARD"), null, 100)).hasSize(2);
  }

  private void append(String number, String customer, Instant at, ImportedLine... lines) {
    ImportedTransaction order =
        new ImportedTransaction(
            Kind.ORDER,
            "loyalty-import",
            number,
            UUID.fromString(customer),
            Channel.ONLINE,
            Currency.getInstance("CNY"),
            at,
            List.of(lines));
    changes.onBehalfOf(IMPORTER, () -> intake.append(List.of(order)));
  }

  private static io.restassured.response.ValidatableResponse referrals(String account) {
    return Api.as(DATA_STEWARD)
        .get(Loyalty.ACCOUNTS + "/{id}/referrals", account)
        .then()
        .statusCode(200);
  }
}
