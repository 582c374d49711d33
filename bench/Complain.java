import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Complains all the time and deals with the complaints at random, in time or late, until it is
 * asked to end (SIGTERM).
 *
 * <p>{@code Complain ENDPOINTS CONNECTIONS ISSUER CATEGORY CUSTOMERS LOG}. CUSTOMERS is a file with
 * their ids. Complaints came up to three minutes before they are recorded, so that with targets of
 * minutes some are late at once and some soon. LOG is written by {@link Told}.
 */
final class Complain {

  private static final Duration THINKING = Duration.ofMillis(100);
  private static final int EARLIER_SECONDS = 180;
  private static final int LONGEST_WAIT_SECONDS = 30;

  /** Complaints that a connection goes on dealing with; others are left to their deadlines. */
  private static final int IN_HAND = 30;

  private static final List<String> SEVERITIES = List.of("LOW", "NORMAL", "HIGH", "CRITICAL");

  /** Those that set clocks going come more often than those that end them. */
  private static final List<String> ACTIONS =
      List.of(
          "acknowledgements",
          "acknowledgements",
          "acknowledgements",
          "updates",
          "updates",
          "waits",
          "waits",
          "answers",
          "answers",
          "severity-changes",
          "resolutions",
          "reopenings",
          "withdrawals");

  /** An end of a wait may have passed when the request is sent again. */
  private static final Set<String> REFUSALS =
      Set.of("complaint-transition-refused", "validation-failed");

  private final Caller caller;
  private final Told told;
  private final int connections;
  private final String category;
  private final List<String> customers;
  private volatile boolean running = true;

  private Complain(String[] arguments) throws IOException, InterruptedException {
    connections = Integer.parseInt(arguments[1]);
    caller = new Caller(Path.of(arguments[0]), arguments[2], "service-agent");
    category = arguments[3];
    customers = Files.readAllLines(Path.of(arguments[4]));
    told = new Told(arguments[5]);
  }

  public static void main(String[] arguments) throws Exception {
    new Complain(arguments).run();
  }

  private void run() throws InterruptedException {
    told.whileWorking(connections, this::work, () -> running = false);
  }

  private void work(int connection) {
    List<String> inHand = new ArrayList<>();
    while (running) {
      if (inHand.size() < 2 || any(3) == 0) {
        inHand.add(receive(connection));
        if (inHand.size() > IN_HAND) {
          inHand.removeFirst();
        }
      } else {
        act(connection, inHand.get(any(inHand.size())));
      }
      LockSupport.parkNanos(THINKING.toNanos());
    }
  }

  private String receive(int connection) {
    String severity = SEVERITIES.get(any(SEVERITIES.size()));
    Caller.Answer answer =
        caller.post(
            connection,
            "service-agent",
            "/v1/complaints",
            """
            {"customerId":"%s","channel":"PHONE","categoryId":"%s","severity":"%s",
             "description":"The kettle leaks.","receivedAt":"%s"}\
            """
                .formatted(
                    customers.get(any(customers.size())),
                    category,
                    severity,
                    Instant.now().minusMillis(any(EARLIER_SECONDS * 1_000))));
    told.note("received", severity, "-", answer, Set.of());
    return answer.id();
  }

  private void act(int connection, String complaint) {
    String action = ACTIONS.get(any(ACTIONS.size()));
    Caller.Answer answer =
        caller.post(
            connection,
            "service-agent",
            "/v1/complaints/" + complaint + "/" + action,
            switch (action) {
              case "waits" ->
                  """
                  {"question":"Which lid is it?","until":"%s"}\
                  """
                      .formatted(Instant.now().plusSeconds(1 + any(LONGEST_WAIT_SECONDS)));
              case "severity-changes" ->
                  """
                  {"severity":"%s","note":"It is worse."}\
                  """
                      .formatted(SEVERITIES.get(any(SEVERITIES.size())));
              case "resolutions" ->
                  """
                  {"text":"A lid was sent.","cause":"packing","compensationKind":"APOLOGY"}\
                  """;
              default -> "{\"text\":\"The lid is on its way.\"}";
            });
    told.note(action, complaint, "-", answer, REFUSALS);
  }

  private static int any(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }
}
