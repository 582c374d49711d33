package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.basket;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.running;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Together;

/** The limits of vouchers, whoever redeems at the same moment and however often it is repeated. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class VoucherConcurrencyIT {

  private static final int THREADS = 64;
  private static final int TRIES = 1_200;
  private static final int LIMIT = 1_000;
  private static final int CUSTOMERS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** What came of one try: the first answer, and the same key again. */
  private record Tried(String customer, int status, @Nullable String code, @Nullable String id) {}

  @Test
  void aThousandAreRedeemedAndNotOneMore()
      throws SQLException, InterruptedException, ExecutionException {
    String promotion = running(aPromotion(anOffer("10")));
    String voucher = made(promotion, aVoucher(LIMIT));
    List<String> customers = People.created(CUSTOMERS);

    List<Tried> tried = redeemTogether(voucher, customers, TRIES);

    assertThat(counted(tried, 201)).hasSize(LIMIT).doesNotHaveDuplicates();
    assertThat(tried.stream().filter(it -> it.status() == 409).map(Tried::code))
        .hasSize(TRIES - LIMIT)
        .containsOnly("voucher-used-up");
    assertThat(redeemed("voucher", "id", voucher)).isEqualTo(LIMIT);
    assertThat(rows("voucher_redemption", "voucher_id", voucher)).isEqualTo(LIMIT);
    Map<String, @Nullable Object> tally = tally(promotion);
    assertThat(tally.get("redemptions")).isEqualTo((long) LIMIT);
    assertThat((BigDecimal) tally.get("discounts")).isEqualByComparingTo("10000");
  }

  @Test
  void noCustomerRedeemsMoreOftenThanOneMay()
      throws SQLException, InterruptedException, ExecutionException {
    String promotion = running(aPromotion(anOffer("10")));
    String voucher = made(promotion, People.with(aVoucher(LIMIT), "customerLimit", 2));
    List<String> customers = People.created(10);

    List<Tried> tried = redeemTogether(voucher, customers, 100);

    Map<String, Long> each =
        tried.stream()
            .filter(it -> it.status() == 201)
            .collect(Collectors.groupingBy(Tried::customer, Collectors.counting()));
    assertThat(each).hasSize(10).allSatisfy((customer, times) -> assertThat(times).isEqualTo(2));
    assertThat(tried.stream().filter(it -> it.status() == 409).map(Tried::code))
        .hasSize(80)
        .containsOnly("voucher-customer-limit");
    assertThat(redeemed("voucher", "id", voucher)).isEqualTo(20);
    assertThat(
            Database.rows(
                "select redeemed from voucher_customer where voucher_id = ?",
                Database.bytes(voucher)))
        .hasSize(10)
        .allSatisfy(row -> assertThat(row.get("redeemed")).isEqualTo(2));
  }

  @Test
  void aRedemptionIsRolledBackOnceWhoeverAsks()
      throws SQLException, InterruptedException, ExecutionException {
    String promotion = running(aPromotion(anOffer("10")));
    String voucher = made(promotion, People.with(aVoucher(5), "customerLimit", 1));
    String redemption =
        org.kexin.testing.Promotions.redeemed(voucher, basket(created(aPerson()), "50"));
    Callable<Integer> rollBack =
        () -> org.kexin.testing.Promotions.rollBack(redemption).statusCode();

    List<Integer> answers = Together.run(IntStream.range(0, 16).mapToObj(i -> rollBack).toList());

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers.stream().filter(it -> it == 409)).hasSize(15);
    assertThat(redeemed("voucher", "id", voucher)).isZero();
    assertThat(redeemed("voucher_customer", "voucher_id", voucher)).isZero();
    assertThat(tally(promotion).get("redemptions")).isEqualTo(0L);
    assertThat((BigDecimal) tally(promotion).get("discounts")).isEqualByComparingTo("0");
  }

  @Test
  void aHardBudgetIsNotExceededTogether()
      throws SQLException, InterruptedException, ExecutionException {
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put(
        "cost",
        Map.of(
            "fixed", org.kexin.testing.Promotions.money("100"),
            "perRedemption", org.kexin.testing.Promotions.money("0.50"),
            "budget", org.kexin.testing.Promotions.money("310"),
            "hardBudget", true));
    String id = running(promotion);
    String voucher = made(id, aVoucher(LIMIT));

    // Each costs ten percent of 100 and half a yuan: twenty of them are 210.
    List<Tried> tried = redeemTogether(voucher, People.created(5), 60);

    assertThat(counted(tried, 201)).hasSize(20);
    assertThat(tried.stream().filter(it -> it.status() == 409).map(Tried::code))
        .hasSize(40)
        .containsOnly("budget-exceeded");
    assertThat(redeemed("voucher", "id", voucher)).isEqualTo(20);
    org.kexin.testing.Promotions.read(id)
        .body("cost.actual.amount", org.hamcrest.Matchers.equalTo("310.00"))
        .body("cost.overBudget", org.hamcrest.Matchers.equalTo(false));
  }

  /** Every try is sent twice with its key, as a client does that lost the answer. */
  private static List<Tried> redeemTogether(String voucher, List<String> customers, int tries)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    Callable<List<Tried>> thread =
        () -> {
          List<Tried> own = new ArrayList<>();
          int number;
          while ((number = next.getAndIncrement()) < tries) {
            String customer = customers.get(number % customers.size());
            String key = digits(20);
            Tried first = tried(voucher, customer, key);
            Tried again = tried(voucher, customer, key);
            if (first.status() == 201 && !first.equals(again)) {
              throw new AssertionError("Repeated, it answered " + again + " in place of " + first);
            }
            if (again.status() == 201 && first.status() != 201) {
              throw new AssertionError("Refused and then redeemed: " + first + ", " + again);
            }
            own.add(first);
          }
          return own;
        };
    return Together.run(IntStream.range(0, THREADS).mapToObj(i -> thread).toList()).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The answer to a try; what the service asks to be sent again is sent again. */
  private static Tried tried(String voucher, String customer, String key) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      Response answer =
          Api.as(Api.SALES)
              .header("Idempotency-Key", key)
              .contentType(ContentType.JSON)
              .body(basket(customer, "100"))
              .post("/v1/vouchers/{id}/redemptions", voucher);
      String code = answer.statusCode() == 201 ? null : answer.path("code");
      boolean later = answer.statusCode() == 503 || Objects.equals(code, "idempotency-in-flight");
      if (!later || Instant.now().isAfter(deadline)) {
        return new Tried(
            customer,
            answer.statusCode(),
            code,
            answer.statusCode() == 201 ? answer.path("id") : null);
      }
    }
  }

  private static List<@Nullable String> counted(List<Tried> tried, int status) {
    return tried.stream().filter(it -> it.status() == status).map(Tried::id).toList();
  }

  private static int redeemed(String table, String column, String voucher) throws SQLException {
    return (Integer)
        Objects.requireNonNull(
            Database.rows(
                    "select redeemed from " + table + " where " + column + " = ?",
                    Database.bytes(voucher))
                .getFirst()
                .get("redeemed"));
  }

  private static int rows(String table, String column, String id) throws SQLException {
    return Database.rows("select 1 from " + table + " where " + column + " = ?", Database.bytes(id))
        .size();
  }

  private static Map<String, @Nullable Object> tally(String promotion) throws SQLException {
    return Database.rows(
            "select redemptions, discounts from promotion_tally where promotion_id = ?",
            Database.bytes(promotion))
        .getFirst();
  }
}
