import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls pods that are killed as a careful client does: each request has a key of its own and is
 * sent again with it, to the next pod, until an answer says what became of it. Safe for use by many
 * threads.
 *
 * <p>No such answer are: none at all, 5xx, 429, and 409 {@code idempotency-in-flight}.
 */
final class Caller {

  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Pods are away for seconds, or a minute on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** The purpose that each role serves. */
  private static final Map<String, String> PURPOSES =
      Map.of("service-agent", "service", "marketing", "marketing", "data-steward", "quality");

  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
  private static final Pattern ID =
      Pattern.compile("\"(?:id|decisionIds)\":\\[?\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final List<String> pods;
  private final String issuer;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /**
   * A caller of the pods that a file names, with tokens of these roles.
   *
   * @param endpoints an address a line
   */
  Caller(Path endpoints, String issuer, String... roles) throws IOException, InterruptedException {
    // Nothing is repeated unasked: repetitions are counted.
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    pods = Files.readAllLines(endpoints);
    this.issuer = issuer;
    for (String role : roles) {
      tokens.put(role, freshToken(role));
    }
    Thread.ofPlatform().daemon().start(this::keepTokens);
  }

  /**
   * What became of a request.
   *
   * @param code of the problem; empty when it was done
   * @param id of what was made; empty when it was refused
   * @param attempts how often it was sent
   * @param lost how often a connection ended before its answer
   * @param replayed whether the effect is older than the last attempt, so that one was done whose
   *     answer was lost: ids begin with the millisecond in which they were made (RFC 9562, 5.7)
   */
  record Answer(
      String key, int status, String code, String id, int attempts, int lost, boolean replayed) {}

  /**
   * Sends until it is answered.
   *
   * @param connection which of the pods is asked first
   * @throws IllegalStateException if it was not answered within twenty minutes
   */
  Answer post(int connection, String role, String path, String body) {
    String key = UUID.randomUUID().toString();
    long end = System.nanoTime() + PATIENCE.toNanos();
    int lost = 0;
    for (int attempt = 1; System.nanoTime() < end; attempt++) {
      String pod = pods.get((connection + attempt) % pods.size());
      long sent = System.currentTimeMillis();
      try {
        HttpResponse<String> answer =
            http.send(request(pod, role, path, key, body), HttpResponse.BodyHandlers.ofString());
        String code = answer.statusCode() < 400 ? "" : found(CODE, answer.body()).orElse("?");
        if (isLast(answer.statusCode(), code)) {
          String id = answer.statusCode() < 400 ? found(ID, answer.body()).orElseThrow() : "";
          boolean replayed = !id.isEmpty() && attempt > 1 && madeAt(id) < sent;
          return new Answer(key, answer.statusCode(), code, id, attempt, lost, replayed);
        }
      } catch (java.net.ConnectException nobodyThere) {
        // Nothing was sent, so nothing was lost.
      } catch (IOException cut) {
        lost++;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IllegalStateException("No answer within " + PATIENCE + " to " + path);
  }

  private static boolean isLast(int status, String code) {
    return status < 500 && status != 429 && !code.equals("idempotency-in-flight");
  }

  private static long madeAt(String id) {
    return UUID.fromString(id).getMostSignificantBits() >>> 16;
  }

  private HttpRequest request(String pod, String role, String path, String key, String body) {
    return HttpRequest.newBuilder(URI.create(pod + path))
        .header("Authorization", "Bearer " + tokens.get(role))
        .header("Purpose-Of-Use", PURPOSES.get(role))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .timeout(LONGEST_CALL)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void keepTokens() {
    try {
      while (true) {
        Thread.sleep(TOKEN_LIFE);
        for (String role : tokens.keySet()) {
          tokens.put(role, freshToken(role));
        }
      }
    } catch (IOException | InterruptedException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private String freshToken(String role) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=kexin-cli&username=%1$s&password=%1$s"
                        .formatted(role)))
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return found(TOKEN, answer).orElseThrow(() -> new IllegalStateException("No token: " + answer));
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
