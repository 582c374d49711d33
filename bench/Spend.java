import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * 64 connections that redeem vouchers and spend the points of one account, all they can get, until
 * they are asked to end (SIGTERM): then the voucher is used up and the account is emptied first.
 *
 * <p>{@code Spend ENDPOINTS ISSUER PROMOTION PRODUCT ACCOUNT MEMBER CUSTOMERS LOG}. CUSTOMERS is a
 * file with their ids. A voucher that is used up is followed by another, so that kills always fall
 * into redemptions. The account is fed by the orders of MEMBER, 10 points a piece, and by staff,
 * and is empty again and again. LOG is written by {@link Told}.
 */
final class Spend {

  private static final int REDEEMING = 32;
  private static final int SPENDING = 24;
  private static final int ORDERING = 6;
  private static final int GIVING = 2;
  private static final int LIMIT = 1_000;
  private static final int LIMIT_OF_CUSTOMER = 3;
  private static final int COST = 30;
  private static final int GIFT = 500;
  private static final int MOST_PIECES = 4;

  /** Pods that start need processors, too. */
  private static final Duration THINKING = Duration.ofMillis(50);

  private static final Duration BETWEEN_GIFTS = Duration.ofSeconds(1);
  private static final Set<String> NO_REFUSAL = Set.of();
  private static final Set<String> OF_REDEMPTION =
      Set.of("voucher-used-up", "voucher-customer-limit");
  private static final Set<String> OF_SPENDING = Set.of("points-insufficient");

  private final Caller caller;
  private final Told told;
  private final String promotion;
  private final String product;
  private final String account;
  private final String member;
  private final List<String> customers;
  private final CountDownLatch feeders = new CountDownLatch(ORDERING + GIVING);
  private final AtomicInteger vouchers = new AtomicInteger();
  private volatile boolean running = true;
  private volatile String voucher = "";

  private Spend(String[] arguments) throws IOException, InterruptedException {
    caller =
        new Caller(
            Path.of(arguments[0]), arguments[1], "service-agent", "data-steward", "marketing");
    promotion = arguments[2];
    product = arguments[3];
    account = "/v1/loyalty/accounts/" + arguments[4];
    member = arguments[5];
    customers = Files.readAllLines(Path.of(arguments[6]));
    told = new Told(arguments[7]);
  }

  public static void main(String[] arguments) throws Exception {
    new Spend(arguments).run();
  }

  private void run() throws InterruptedException {
    voucher = freshVoucher(0);
    told.whileWorking(REDEEMING + SPENDING + ORDERING + GIVING, this::work, () -> running = false);
  }

  private void work(int connection) {
    if (connection < REDEEMING) {
      redeem(connection);
    } else if (connection < REDEEMING + SPENDING) {
      spend(connection);
    } else {
      feed(connection, connection < REDEEMING + SPENDING + ORDERING);
    }
  }

  // ---- vouchers

  private void redeem(int connection) {
    for (String mine = voucher; !mine.isEmpty(); mine = voucher) {
      String customer = customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
      Caller.Answer answer =
          caller.post(
              connection,
              "service-agent",
              "/v1/vouchers/" + mine + "/redemptions",
              """
              {"customerId":"%s","amount":{"amount":"100","currency":"CNY"}}\
              """
                  .formatted(customer));
      told.note("redeem", mine, customer, answer, OF_REDEMPTION);
      if (answer.code().equals("voucher-used-up")) {
        replace(connection, mine);
      }
      LockSupport.parkNanos(THINKING.toNanos());
    }
  }

  private synchronized void replace(int connection, String usedUp) {
    if (voucher.equals(usedUp)) {
      voucher = running ? freshVoucher(connection) : "";
    }
  }

  private String freshVoucher(int connection) {
    Caller.Answer answer =
        caller.post(
            connection,
            "marketing",
            "/v1/promotions/" + promotion + "/vouchers",
            """
            {"code":"BENCH-%d","offer":"spring","totalLimit":%d,"customerLimit":%d}\
            """
                .formatted(vouchers.incrementAndGet(), LIMIT, LIMIT_OF_CUSTOMER));
    told.note("voucher", promotion, "-", answer, NO_REFUSAL);
    return answer.id();
  }

  // ---- points

  /** Ends with a refusal that came after the last points. */
  private void spend(int connection) {
    boolean refused = false;
    while (running || !refused) {
      boolean last = feeders.getCount() == 0;
      Caller.Answer answer =
          caller.post(
              connection, "service-agent", account + "/spendings", "{\"points\":" + COST + "}");
      told.note("spend", Integer.toString(COST), "-", answer, OF_SPENDING);
      refused = last && answer.status() != 200;
      LockSupport.parkNanos(THINKING.toNanos());
    }
  }

  private void feed(int connection, boolean byOrders) {
    for (int round = 0; running; round++) {
      if (byOrders) {
        order(connection, round);
      } else {
        give(connection);
      }
      LockSupport.parkNanos((byOrders ? THINKING : BETWEEN_GIFTS).toNanos());
    }
    feeders.countDown();
  }

  private void order(int connection, int round) {
    int pieces = 1 + round % MOST_PIECES;
    Caller.Answer answer =
        caller.post(
            connection,
            "service-agent",
            "/v1/transactions",
            """
            {"kind":"ORDER","source":"bench-spend","number":"%d-%d","customerId":"%s","channel":"SHOP",
             "currency":"CNY","occurredAt":"%s",
             "lines":[{"productId":"%s","quantity":%d,"unitPrice":"2.55"}]}\
            """
                .formatted(connection, round, member, Instant.now(), product, pieces));
    told.note("order", Integer.toString(pieces), "-", answer, NO_REFUSAL);
  }

  private void give(int connection) {
    Caller.Answer answer =
        caller.post(
            connection,
            "data-steward",
            account + "/adjustments",
            """
            {"points":%d,"reason":"GOODWILL","note":"For the bench."}\
            """
                .formatted(GIFT));
    told.note("give", Integer.toString(GIFT), "-", answer, NO_REFUSAL);
  }
}
