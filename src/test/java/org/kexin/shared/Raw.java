package org.kexin.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kexin.testing.Tokens;

/**
 * A request by the service agent, byte for byte as a broken or hostile client might send it.
 *
 * @param name what is wrong with it
 * @param headers name and value in turn, beside the usual ones
 */
record Raw(String name, String method, String path, BodyPublisher body, List<String> headers) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What came back; {@code problem} is missing where the answer is no JSON. */
  record Answer(int status, String contentType, String text, JsonNode problem) {}

  static Raw get(String name, String path) {
    return new Raw(name, "GET", path, BodyPublishers.noBody(), List.of());
  }

  static Raw create(String name, String json) {
    return create(name, json.getBytes(StandardCharsets.UTF_8));
  }

  static Raw create(String name, byte[] body) {
    return post(name, "/v1/customers", BodyPublishers.ofByteArray(body));
  }

  static Raw search(String name, String json) {
    return post(name, "/v1/customers/search", BodyPublishers.ofString(json));
  }

  /** A body whose length is not announced. */
  static Raw chunked(String name, byte[] body) {
    return post(
        name, "/v1/customers", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  /** A patch of nobody. */
  static Raw patch(String name, String json) {
    return new Raw(
        name,
        "PATCH",
        "/v1/customers/" + UUID.randomUUID(),
        BodyPublishers.ofString(json),
        List.of("Content-Type", "application/merge-patch+json", "If-Match", "*"));
  }

  private static Raw post(String name, String path, BodyPublisher body) {
    return new Raw(name, "POST", path, body, List.of("Content-Type", "application/json"));
  }

  /** The same with other headers than the usual content type. */
  Raw with(String... nameAndValue) {
    List<String> changed = new ArrayList<>(List.of(nameAndValue));
    return new Raw(name, method, path, body, changed);
  }

  Answer send() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
            .method(method, body)
            .header("Authorization", "Bearer " + Tokens.of("service-agent"))
            .header("Purpose-Of-Use", "service")
            .header("Idempotency-Key", UUID.randomUUID().toString());
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(
        response.statusCode(),
        type,
        response.body(),
        type.contains("json")
            ? new ObjectMapper().readTree(response.body())
            : new ObjectMapper().missingNode());
  }

  @Override
  public String toString() {
    return name;
  }
}
