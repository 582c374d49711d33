package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.Together;

/** The ledger in the database: against the model, under load, and by those who check it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PointsLedgerIT {

  private static final int HISTORIES = 40;
  private static final int COST = 30;

  @Inject BookInDatabase database;
  @Inject LedgerChecks checks;

  @Test
  void whatTheDatabaseHoldsIsWhatEverySinglePointDid() {
    Map<String, Integer> happened = new HashMap<>();
    List<UUID> accounts = new ArrayList<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      SpentPointsRule spent = seed % 2 == 0 ? SpentPointsRule.NEGATIVE : SpentPointsRule.CAPPED;
      ProgrammeTerms terms = Histories.terms(spent, random.nextInt(20));
      List<Histories.Step> steps = new ArrayList<>();
      for (int i = 0; i < 15 + random.nextInt(20); i++) {
        steps.add(
            new Histories.Step(
                random.nextInt(100), random.nextInt(1_000_000), random.nextInt(1_000_000)));
      }
      BookInDatabase.Account account = database.account(terms, BookInDatabase.beforeAll());
      Histories.run(steps, terms, account)
          .forEach((what, times) -> happened.merge(what, times, Integer::sum));
      accounts.add(account.id);
    }

    assertThat(checks.differing(accounts)).isEmpty();
    // Or nothing was tested.
    assertThat(happened.keySet())
        .contains("order", "return", "spending", "refusal", "roll-back", "adjustment", "job")
        .contains("OWED", "SPENT", "EXPIRED", "REVERSED", "FORGIVEN", "FORFEITED");
  }

  @Test
  void manyWhoSpendAtOnceSpendWhatThereIsAndNoMore() throws Exception {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);
    Loyalty.adjust(account, 1_000).statusCode(200);
    Set<String> spendings = ConcurrentHashMap.newKeySet();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      work.add(
          () -> {
            for (int orders = 0; orders < 5; orders++) {
              Loyalty.ordered(customer, 2);
            }
            return 0;
          });
    }
    for (int i = 0; i < 56; i++) {
      work.add(() -> spendTwice(account, spendings));
    }

    Together.run(work);
    while (spendTwice(account, spendings) > 0) {
      assertThat(spendings).hasSizeLessThan(1_000);
    }

    // 1,000 given, 40 orders of two pieces that bring ten points each.
    int earned = 1_000 + 40 * 2 * 10;
    assertThat(spendings).hasSize(earned / COST);
    Loyalty.read(account).body("balance", is(earned % COST));
    assertThat(checks.differing(List.of(UUID.fromString(account)))).isEmpty();
    neverBelowZero(account);
    assertThat(
            Database.rows(
                "select distinct operation_id from points_entry where account_id = ?"
                    + " and kind = 'SPEND'",
                (Object) Database.bytes(account)))
        .hasSize(earned / COST);
  }

  /** Spends under two keys, and sends again what was done; gives how many were done. */
  private static int spendTwice(String account, Set<String> spendings) {
    int done = 0;
    for (int i = 0; i < 2; i++) {
      String key = digits(20);
      Response first = spend(account, key);
      assertThat(first.statusCode()).as(first.asString()).isIn(200, 409);
      if (first.statusCode() == 200) {
        assertThat(spend(account, key).asString()).isEqualTo(first.asString());
        assertThat(spendings.add(first.path("id"))).isTrue();
        done++;
      } else {
        assertThat(first.<String>path("code")).isEqualTo("points-insufficient");
      }
    }
    return done;
  }

  private static Response spend(String account, String key) {
    return Api.as(SERVICE_AGENT)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(Map.of("points", COST))
        .post(Loyalty.ACCOUNTS + "/{id}/spendings", account);
  }

  private static void neverBelowZero(String account) throws SQLException {
    long available = 0;
    long expected = 1;
    for (Map<String, @Nullable Object> row :
        Database.rows(
            "select number, debit, credit, points from points_entry where account_id = ?"
                + " order by number",
            (Object) Database.bytes(account))) {
      assertThat(row.get("number")).isEqualTo(expected++);
      long points = ((Number) Objects.requireNonNull(row.get("points"))).longValue();
      available += "AVAILABLE".equals(row.get("credit")) ? points : 0;
      available -= "AVAILABLE".equals(row.get("debit")) ? points : 0;
      assertThat(available).isNotNegative();
    }
  }

  @Test
  void severalSchedulersReleaseAndExpireOnce() throws Exception {
    ProgrammeTerms terms = Histories.terms(SpentPointsRule.CAPPED, 5);
    Instant at = Histories.START.plus(Duration.ofDays(20_000));
    List<BookInDatabase.Account> accounts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      BookInDatabase.Account account = database.account(terms, at);
      account.order(0, at, List.of(new PointByPoint.Bought(2, 100)), at);
      accounts.add(account);
    }
    Instant released = at.plus(Duration.ofDays(5));
    Instant expired = at.plus(Duration.ofDays(40));

    for (Instant now : List.of(released.minusSeconds(1), released, expired)) {
      List<Callable<Boolean>> jobs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        jobs.add(
            () -> {
              database.job(now);
              return true;
            });
      }
      Together.run(jobs);
      database.job(now);
      for (BookInDatabase.Account account : accounts) {
        assertThat(kinds(account))
            .containsExactlyElementsOf(
                now.isBefore(released)
                    ? List.of("EARN")
                    : now.equals(released)
                        ? List.of("EARN", "RELEASE")
                        : List.of("EARN", "RELEASE", "EXPIRE"));
      }
    }
  }

  private static List<String> kinds(BookInDatabase.Account account) throws SQLException {
    return Database.rows(
            "select kind from points_entry where account_id = ? order by number",
            (Object) Database.bytes(account.id.toString()))
        .stream()
        .map(row -> String.valueOf(row.get("kind")))
        .toList();
  }

  @Test
  void aBalanceThatIsNotTheSumOfItsEntriesIsFound() throws SQLException {
    String account = Loyalty.accountWith(100);
    UUID id = UUID.fromString(account);
    assertThat(checks.differing(List.of(id))).isEmpty();

    for (String change :
        List.of(
            "update loyalty_account set available = available + %d where id = ?",
            "update loyalty_account set entry_count = entry_count + %d where id = ?",
            "update points_lot set available = available + %d where account_id = ?",
            "update points_lot set pending = pending + %d where account_id = ?")) {
      execute(change.formatted(1), account);
      assertThat(checks.differing(List.of(id))).as(change).containsExactly(id);
      assertThat(differing()).as(change).contains(account);
      execute(change.formatted(-1), account);
      assertThat(checks.differing(List.of(id))).as(change).isEmpty();
    }
    assertThat(differing()).doesNotContain(account);
  }

  @Test
  void theServiceItselfCannotRewriteTheLedger() throws SQLException {
    Set<String> rights = new HashSet<>();
    for (Map<String, @Nullable Object> row :
        Database.rows(
            "select privilege_type as p from information_schema.table_privileges"
                + " where table_schema = ? and table_name = 'points_entry'",
            Database.schema())) {
      rights.add(String.valueOf(row.get("p")));
    }

    assertThat(rights).containsExactlyInAnyOrder("SELECT", "INSERT");
  }

  /** What the operators' check names, from the first page to the last. */
  private static Set<String> differing() {
    Set<String> differing = new HashSet<>();
    String next = null;
    do {
      var request = Api.as(DATA_STEWARD).queryParam("pageSize", 200);
      Response page =
          (next == null ? request : request.queryParam("pageToken", next))
              .get("/v1/loyalty/ledger-checks");
      page.then().statusCode(200);
      differing.addAll(page.<List<String>>path("differing"));
      next = page.path("nextPageToken");
    } while (next != null);
    return differing;
  }

  private static void execute(String sql, String account) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, Database.bytes(account));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
