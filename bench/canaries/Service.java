import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls the service as its contract says, and counts the answers. Every answer that is an error
 * goes into a file, with its headers. Thread-safe.
 */
final class Service {

  private static final Map<String, String> PURPOSES =
      Map.of(
          "service-agent", "service",
          "sales", "sales",
          "marketing", "marketing",
          "analyst", "analysis",
          "data-steward", "quality",
          "privacy-officer", "compliance",
          "admin", "compliance",
          "partner", "service",
          "customer", "self");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Operation> contract = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Integer>> statuses = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final String url;
  private final String issuer;
  private final Path refusals;

  Service(Path contractFile, String url, String issuer, Path refusals) throws IOException {
    this.url = url;
    this.issuer = issuer;
    this.refusals = refusals;
    JsonNode document = new YAMLMapper().readTree(contractFile.toFile());
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          Operation operation =
                              Operation.of(path.getKey(), method.getKey(), method.getValue());
                          contract.put(operation.id(), operation);
                        }));
  }

  List<Operation> operations() {
    return List.copyOf(contract.values());
  }

  boolean succeeded(String operation) {
    return statuses.getOrDefault(operation, Map.of()).keySet().stream().anyMatch(it -> it < 300);
  }

  /** How many answers had which status. */
  Map<Integer, Integer> answers() {
    Map<Integer, Integer> all = new TreeMap<>();
    statuses
        .values()
        .forEach(some -> some.forEach((status, n) -> all.merge(status, n, Integer::sum)));
    return all;
  }

  /** What the contract says of an operation. */
  record Operation(
      String id,
      String method,
      String path,
      List<String> roles,
      List<String> parameters,
      String mediaType) {

    static Operation of(String path, String method, JsonNode node) {
      List<String> roles = new ArrayList<>();
      node.path("x-roles").forEach(role -> roles.add(role.asText()));
      List<String> parameters = new ArrayList<>();
      node.path("parameters")
          .forEach(
              it -> {
                if (it.path("in").asText().equals("path")) {
                  parameters.add(it.get("name").asText());
                }
              });
      var types = node.path("requestBody").path("content").fieldNames();
      return new Operation(
          node.get("operationId").asText(),
          method.toUpperCase(Locale.ROOT),
          path,
          roles,
          parameters,
          types.hasNext() ? types.next() : "");
    }

    boolean hasBody() {
      return !mediaType.isEmpty();
    }
  }

  Call call(String operation, String role) {
    Operation known = contract.get(operation);
    if (known == null) {
      throw new IllegalStateException("The contract has no operation " + operation + " any more.");
    }
    return new Call(known, role);
  }

  final class Call {

    private final Operation operation;
    private final Map<String, String> headers = new TreeMap<>();
    private String path;
    private String query = "";

    Call(Operation operation, String role) {
      this.operation = operation;
      this.path = operation.path();
      headers.put("Authorization", "Bearer " + tokens.computeIfAbsent(role, Service.this::token));
      headers.put("Purpose-Of-Use", PURPOSES.get(role));
      if (operation.method().equals("POST")) {
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
      }
    }

    /** Values of the path, in its order. */
    Call at(String... values) {
      for (int i = 0; i < values.length; i++) {
        path = path.replace("{" + operation.parameters().get(i) + "}", encoded(values[i]));
      }
      return this;
    }

    /** The same value at each place in the path. */
    Call to(String value) {
      String[] values = new String[operation.parameters().size()];
      Arrays.fill(values, value);
      return at(values);
    }

    Call asking(String question) {
      query = "?" + question;
      return this;
    }

    Call with(String header, String value) {
      headers.put(header, value);
      return this;
    }

    Call without(String header) {
      headers.remove(header);
      return this;
    }

    Answer send() {
      return sendText(null);
    }

    Answer send(Object body) {
      try {
        return sendText(body == null ? null : JSON.writeValueAsString(body));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    Answer sendText(String body) {
      if (body != null) {
        headers.putIfAbsent("Content-Type", operation.mediaType());
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path + query))
              .timeout(Duration.ofMinutes(2))
              .method(
                  operation.method(),
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      headers.forEach(request::header);
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        statuses
            .computeIfAbsent(operation.id(), it -> new ConcurrentHashMap<>())
            .merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() >= 400) {
          synchronized (Service.this) {
            Files.writeString(
                refusals,
                operation.id() + " " + answer.headers().map() + " " + answer.body() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
          }
        }
        return new Answer(
            operation.id(),
            answer.statusCode(),
            answer.headers().firstValue("ETag").orElse(""),
            answer.body());
      } catch (IOException e) {
        throw new IllegalStateException("No answer of " + operation.id(), e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  record Answer(String operation, int status, String etag, String body) {

    Answer is(int expected) {
      return isOneOf(expected);
    }

    Answer isOneOf(Integer... expected) {
      if (!List.of(expected).contains(status)) {
        throw new IllegalStateException(
            operation + " answered " + status + " and not " + List.of(expected) + ": " + body);
      }
      return this;
    }

    void isAFailure() {
      if (status < 500) {
        throw new IllegalStateException(
            operation + " answered " + status + " without a database: " + body);
      }
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(operation + " answered no JSON: " + body, e);
      }
    }

    String id() {
      return json().get("id").asText();
    }
  }

  private String token(String role) {
    String form =
        role.equals("partner")
            ? "grant_type=client_credentials&client_id=partner&client_secret=partner-sample-secret"
            : "grant_type=password&client_id=kexin-cli&username=" + role + "&password=" + role;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JSON.readTree(answer).get("access_token").asText();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
