import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes one rule of care after another, each about the birthday that all customers have today, while
 * some customers agree to be approached and take it back again and again, until it is asked to end
 * (SIGTERM).
 *
 * <p>{@code Tend ENDPOINTS CONNECTIONS ISSUER ZONE NOTICE CUSTOMERS LOG}. CUSTOMERS is a file with
 * the ids of those who change their minds. LOG is written by {@link Told}.
 */
final class Tend {

  private static final Duration BETWEEN_RULES = Duration.ofSeconds(2);
  private static final Duration THINKING = Duration.ofMillis(200);

  private final Caller caller;
  private final Told told;
  private final int connections;
  private final String zone;
  private final String notice;
  private final List<String> undecided;
  private volatile boolean running = true;

  private Tend(String[] arguments) throws IOException, InterruptedException {
    caller = new Caller(Path.of(arguments[0]), arguments[2], "marketing", "service-agent");
    connections = Integer.parseInt(arguments[1]);
    zone = arguments[3];
    notice = arguments[4];
    undecided = Files.readAllLines(Path.of(arguments[5]));
    told = new Told(arguments[6]);
  }

  public static void main(String[] arguments) throws Exception {
    new Tend(arguments).run();
  }

  private void run() throws InterruptedException {
    told.whileWorking(connections, this::work, () -> running = false);
  }

  private void work(int connection) {
    if (connection == 0) {
      makeRules();
    } else {
      changeMinds(connection);
    }
  }

  private void makeRules() {
    while (running) {
      Caller.Answer answer =
          caller.post(
              0,
              "marketing",
              "/v1/care-rules",
              """
              {"name":"Bench","kind":"BIRTHDAY","channel":"PHONE","zone":"%s",
               "instructions":"Say that a small gift waits in the shop."}\
              """
                  .formatted(zone));
      told.note("rule", "-", "-", answer, Set.of());
      LockSupport.parkNanos(BETWEEN_RULES.toNanos());
    }
  }

  private void changeMinds(int connection) {
    while (running) {
      String customer = undecided.get(ThreadLocalRandom.current().nextInt(undecided.size()));
      boolean agrees = ThreadLocalRandom.current().nextBoolean();
      Caller.Answer answer =
          caller.post(
              connection,
              "service-agent",
              "/v1/customers/" + customer + "/consents",
              agrees
                  ? """
                    {"decisions":[{"use":"MARKETING","verdict":"GIVEN","noticeId":"%s","collectedThrough":"SHOP",
                     "evidence":{"kind":"SIGNED_FORM","reference":"forms/bench"}}]}\
                    """
                      .formatted(notice)
                  : """
                    {"decisions":[{"use":"MARKETING","verdict":"WITHDRAWN","collectedThrough":"CALL_CENTRE"}]}\
                    """);
      told.note(agrees ? "agree" : "withdraw", customer, "-", answer, Set.of());
      LockSupport.parkNanos(THINKING.toNanos());
    }
  }
}
