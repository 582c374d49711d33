import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls the service over many connections, each as fast as it is answered (in the mix {@code work}
 * 50 ms later), until it is asked to end (SIGTERM), and writes down every call. It repeats nothing:
 * what fails stands in the log.
 *
 * <p>{@code Load ENDPOINTS CONNECTIONS MIX ISSUER CUSTOMERS LOG}. ENDPOINTS is a file with the
 * addresses of the pods, read anew all the time, as a load balancer hears of pods that come and go.
 * MIX is {@code look} (reads, lists and searches of all pods named, ready or not) or {@code work}
 * (writes, too, and only of pods that say they are ready). CUSTOMERS are numbered from 1 and have
 * the phones {@link #phone}. A line of the LOG has, tab separated: when it was sent and when the
 * head of the answer was there (epoch milliseconds), operation, status (0: no answer), code of the
 * problem or kind of failure, request id.
 *
 * <p>An answer counts as received from its head on, even when its body is cut off.
 */
final class Load {

  private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  /** Pods that start need processors, too. */
  private static final Duration THINKING = Duration.ofMillis(50);

  private static final Duration PAUSE_WITHOUT_POD = Duration.ofMillis(100);
  private static final long PAUSE_OF_WATCH_MILLIS = 100;
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern NEXT_PAGE = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Path endpoints;
  private final int connections;
  private final boolean work;
  private final String issuer;
  private final int customers;
  private final BufferedWriter log;
  private final AtomicInteger created = new AtomicInteger();
  private volatile List<String> pods = List.of();
  private volatile List<String> ids = List.of();
  private volatile String token = "";
  private volatile boolean running = true;

  private Load(String[] arguments) throws IOException {
    endpoints = Path.of(arguments[0]);
    connections = Integer.parseInt(arguments[1]);
    work = arguments[2].equals("work");
    issuer = arguments[3];
    customers = Integer.parseInt(arguments[4]);
    log = Files.newBufferedWriter(Path.of(arguments[5]));
  }

  public static void main(String[] arguments) throws Exception {
    // Not even what the client would repeat unasked: a read on a connection that was closed.
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    new Load(arguments).run();
  }

  private void run() throws Exception {
    token = freshToken();
    watch();
    Thread.ofPlatform().daemon().start(this::keepWatching);
    ids = knownCustomers();
    List<Thread> workers = new ArrayList<>();
    for (int connection = 0; connection < connections; connection++) {
      int number = connection;
      workers.add(Thread.ofPlatform().start(() -> work(number)));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(workers)));
    System.out.println("loading");
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private void end(List<Thread> workers) {
    running = false;
    try {
      for (Thread worker : workers) {
        worker.join(LONGEST_CALL);
      }
      synchronized (log) {
        log.close();
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- pods and tokens

  private void keepWatching() {
    long renewal = System.nanoTime() + TOKEN_LIFE.toNanos();
    try {
      while (true) {
        Thread.sleep(PAUSE_OF_WATCH_MILLIS);
        watch();
        synchronized (log) {
          log.flush();
        }
        if (System.nanoTime() > renewal) {
          token = freshToken();
          renewal = System.nanoTime() + TOKEN_LIFE.toNanos();
        }
      }
    } catch (IOException | InterruptedException e) {
      // A load that does not know where to go or may not is none.
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private void watch() throws IOException {
    pods = Files.readAllLines(endpoints).stream().filter(pod -> !work || isReady(pod)).toList();
  }

  private boolean isReady(String pod) {
    try {
      HttpRequest probe =
          HttpRequest.newBuilder(URI.create(pod + "/q/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String freshToken() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=kexin-cli"
                        + "&username=service-agent&password=service-agent"))
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return found(TOKEN, answer).orElseThrow(() -> new IllegalStateException("No token: " + answer));
  }

  // ---- calls

  private void work(int connection) {
    for (int round = 0; running; round++) {
      List<String> up = pods;
      if (up.isEmpty()) {
        pause();
        continue;
      }
      // Always the same pod while none comes or goes, so that every connection is kept.
      String pod = up.get(connection % up.size());
      boolean answered = work && round % 3 == 2 ? change(pod, connection, round) : look(pod, round);
      if (!answered) {
        pause();
      } else if (work) {
        LockSupport.parkNanos(THINKING.toNanos());
      }
    }
  }

  private boolean look(String pod, int round) {
    int any = ThreadLocalRandom.current().nextInt(1, customers + 1);
    return switch (round % 8) {
      case 6 -> send("listCustomers", get(pod, "/v1/customers?pageSize=10")).isPresent();
      case 3 ->
          send(
                  "searchCustomers",
                  post(pod, "/v1/customers/search", "{\"phone\":\"" + phone(any) + "\"}"))
              .isPresent();
      default -> send("getCustomer", get(pod, "/v1/customers/" + ids.get(any - 1))).isPresent();
    };
  }

  /** A create, or a read and a change; each connection changes customers of its own. */
  private boolean change(String pod, int connection, int round) {
    if (round % 2 == 0) {
      int number = customers + created.incrementAndGet();
      return send("createCustomer", post(pod, "/v1/customers", customer(number))).isPresent();
    }
    int mine =
        ThreadLocalRandom.current().nextInt(customers / connections) * connections + connection;
    String path = "/v1/customers/" + ids.get(mine);
    Optional<HttpResponse<String>> read = send("getCustomer", get(pod, path));
    if (read.isEmpty() || read.get().statusCode() != 200) {
      return read.isPresent();
    }
    String label = round % 4 == 1 ? "HOME" : "WORK";
    String number = phone(number(read.get().body()).orElse(mine + 1));
    return send(
            "patchCustomer",
            request(pod, path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", read.get().headers().firstValue("ETag").orElse(""))
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        "{\"phones\":[{\"number\":\"%s\",\"label\":\"%s\"}]}"
                            .formatted(number, label))))
        .isPresent();
  }

  /** The answer, as far as one came. */
  private Optional<HttpResponse<String>> send(String operation, HttpRequest.Builder request) {
    long sent = System.currentTimeMillis();
    HttpRequest ready = request.timeout(LONGEST_CALL).build();
    boolean[] begun = new boolean[1];
    try {
      HttpResponse<String> answer =
          http.send(
              ready,
              head -> {
                if (head.statusCode() < 400) {
                  note(sent, operation, head.statusCode(), "", requestId(head.headers()));
                  begun[0] = true;
                }
                return HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
              });
      if (answer.statusCode() >= 400) {
        String code = found(CODE, answer.body()).orElse("?");
        note(sent, operation, answer.statusCode(), code, requestId(answer.headers()));
      }
      return Optional.of(answer);
    } catch (IOException failure) {
      // A head that was there before the body was cut off is a line already; this is a second one.
      note(sent, operation, 0, (begun[0] ? "Cut" : "") + failure.getClass().getSimpleName(), "?");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String requestId(HttpHeaders headers) {
    return headers.firstValue("X-Request-Id").orElse("?");
  }

  private void note(long sent, String operation, int status, String code, String id) {
    synchronized (log) {
      try {
        log.write(
            sent
                + "\t"
                + System.currentTimeMillis()
                + "\t"
                + operation
                + "\t"
                + status
                + "\t"
                + code
                + "\t"
                + id
                + "\n");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private HttpRequest.Builder get(String pod, String path) {
    return request(pod, path).GET();
  }

  private HttpRequest.Builder post(String pod, String path, String body) {
    return request(pod, path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String pod, String path) {
    return HttpRequest.newBuilder(URI.create(pod + path))
        .header("Authorization", "Bearer " + token)
        .header("Purpose-Of-Use", "service");
  }

  // ---- customers

  /** In the order of their numbers, which their external ids tell. */
  private List<String> knownCustomers() throws IOException, InterruptedException {
    String[] known = new String[customers];
    String path = "/v1/customers?pageSize=200&fields=externalIds";
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      HttpResponse<String> page =
          http.send(get(pods.getFirst(), next.get()).build(), HttpResponse.BodyHandlers.ofString());
      if (page.statusCode() != 200) {
        throw new IllegalStateException("The customers cannot be listed: " + page.body());
      }
      for (String item : page.body().split("(?=\"id\":)")) {
        Optional<String> id = found(ID, item);
        Optional<Integer> number = number(item);
        if (id.isPresent() && number.isPresent() && number.get() <= customers) {
          known[number.get() - 1] = id.get();
        }
      }
      next = found(NEXT_PAGE, page.body()).map(token -> path + "&pageToken=" + token);
    }
    return List.of(known);
  }

  private static final Pattern NUMBER =
      Pattern.compile("\"source\":\"bench\",\"value\":\"([0-9]+)\"");

  private static Optional<Integer> number(String customer) {
    return found(NUMBER, customer).map(Integer::valueOf);
  }

  /** Of a range that cannot be called. */
  private static String phone(int number) {
    return "+86145%08d".formatted(number);
  }

  private static String customer(int number) {
    return """
    {"kind":"INDIVIDUAL","name":"王小明","source":"SYNTHETIC",
     "phones":[{"number":"%s","label":"MOBILE"}],
     "externalIds":[{"source":"bench","value":"%d"}]}\
    """
        .formatted(phone(number), number);
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE_WITHOUT_POD.toNanos());
  }
}
