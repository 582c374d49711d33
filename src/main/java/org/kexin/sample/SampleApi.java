package org.kexin.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The service over HTTP, as any client sees it. What it says to wait for is waited for; a request
 * whose answer did not come is sent again, which its key makes harmless. Thread-safe.
 */
final class SampleApi {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 8;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int REDIRECTED = 300;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final long MILLIS = 1_000;

  /** Which purpose each role serves. */
  private static final Map<String, String> PURPOSES =
      Map.of(
          "service-agent", "service",
          "sales", "sales",
          "marketing", "marketing",
          "data-steward", "quality",
          "privacy-officer", "compliance",
          "customer", "self");

  private final ObjectMapper json = JsonMapper.builder().build();
  private final HttpClient http;
  private final URI service;
  private final Function<String, String> tokens;

  /**
   * @param tokens an access token for each role
   */
  SampleApi(URI service, Function<String, String> tokens) {
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    this.service = service;
    this.tokens = tokens;
  }

  /** What came of a call. */
  sealed interface Outcome {}

  /**
   * It is done, now or by an earlier run.
   *
   * @param answer of the service
   * @param made whether something was made that has an id of its own
   */
  record Done(JsonNode answer, boolean made) implements Outcome {}

  /** What the call makes is there already. */
  record Known() implements Outcome {}

  /**
   * The service refused it.
   *
   * @param code of the problem
   */
  record Refused(int status, String code) implements Outcome {}

  /**
   * Sends a document.
   *
   * @param made the id that stands in the path for {@link SampleCall#MADE}
   */
  Outcome send(SampleCall call, String made) {
    HttpRequest request =
        as(call.role(), call.path().replace(SampleCall.MADE, made))
            .header("Idempotency-Key", call.key())
            .header("Content-Type", "application/json")
            .method(call.method(), BodyPublishers.ofByteArray(bytes(call.body())))
            .build();
    HttpResponse<byte[]> answer = answered(request);
    if (answer.statusCode() >= OK && answer.statusCode() < REDIRECTED) {
      return new Done(tree(answer), answer.statusCode() == CREATED);
    }
    String code = tree(answer).path("code").asText();
    return answer.statusCode() == CONFLICT && code.equals("already-exists")
        ? new Known()
        : new Refused(answer.statusCode(), code);
  }

  /**
   * Sends a document that must be accepted, and gives the answer.
   *
   * @throws IllegalStateException if the service refuses it, with the status and the code
   */
  JsonNode answer(SampleCall call) {
    return switch (send(call, "")) {
      case Done done -> done.answer();
      case Known() -> throw new IllegalStateException(call.path() + ": already-exists");
      case Refused refused ->
          throw new IllegalStateException(
              call.path() + ": " + refused.status() + " " + refused.code());
    };
  }

  /**
   * Reads a document.
   *
   * @throws IllegalStateException unless the service answers with 200
   */
  JsonNode read(String role, String path) {
    HttpResponse<byte[]> answer = answered(as(role, path).GET().build());
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(
          path + ": " + answer.statusCode() + " " + tree(answer).path("code").asText());
    }
    return tree(answer);
  }

  /**
   * Items of a list, page by page.
   *
   * @param path with a question mark in it
   * @param most items wanted; the list is not read beyond
   */
  List<JsonNode> list(String role, String path, int most) {
    List<JsonNode> items = new ArrayList<>();
    String next = path;
    do {
      JsonNode page = read(role, next);
      page.path("items").forEach(items::add);
      String token = page.path("nextPageToken").asText("");
      next = token.isEmpty() ? "" : path + "&pageToken=" + token;
    } while (!next.isEmpty() && items.size() < most);
    return items.subList(0, Math.min(most, items.size()));
  }

  /**
   * The id of the item of a list whose member has that value.
   *
   * @param member as a JSON pointer
   */
  Optional<String> find(String role, String path, String member, String value) {
    return list(role, path, Integer.MAX_VALUE).stream()
        .filter(item -> item.at(member).asText().equals(value))
        .map(item -> item.path("id").asText())
        .findFirst();
  }

  private HttpRequest.Builder as(String role, String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + tokens.apply(role))
        .header("Purpose-Of-Use", PURPOSES.getOrDefault(role, "service"));
  }

  private HttpResponse<byte[]> answered(HttpRequest request) {
    @Nullable IOException last = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != TOO_MANY && answer.statusCode() != UNAVAILABLE) {
          return answer;
        }
        last = new IOException("The service answered " + answer.statusCode() + " all the time.");
        Thread.sleep(MILLIS * answer.headers().firstValueAsLong("Retry-After").orElse(attempt));
      } catch (IOException lost) {
        last = lost;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for the service.", e);
      }
    }
    throw new UncheckedIOException(last == null ? new IOException() : last);
  }

  private JsonNode tree(HttpResponse<byte[]> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException noJson) {
      return json.missingNode();
    }
  }

  private byte[] bytes(Map<String, Object> document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
