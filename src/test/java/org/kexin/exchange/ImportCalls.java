package org.kexin.exchange;

import static org.kexin.testing.Api.DATA_STEWARD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.kexin.testing.Api;

/** Requests about imports, as the tests make them. */
final class ImportCalls {

  static final String CSV = "text/csv";
  static final String NDJSON = "application/x-ndjson";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body goes as it is: no character set is added and nothing is encoded. */
  private static final RestAssuredConfig RAW =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs(CSV, io.restassured.http.ContentType.TEXT)
                  .encodeContentTypeAs(NDJSON, io.restassured.http.ContentType.TEXT));

  private ImportCalls() {}

  static ValidatableResponse send(String kind, String type, String key, byte[] file) {
    return request(kind, type, key, "identity", file);
  }

  static ValidatableResponse send(String kind, String type, String text) {
    return send(kind, type, aKey(), text.getBytes(StandardCharsets.UTF_8));
  }

  static ValidatableResponse sendGzipped(String kind, String type, byte[] file) {
    return request(kind, type, aKey(), "gzip", file);
  }

  /** Sends a file and waits for the end of its import. */
  static JsonNode imported(String kind, String type, String text) {
    return ended(idOf(send(kind, type, text).statusCode(202)));
  }

  static String aKey() {
    return UUID.randomUUID().toString();
  }

  static String idOf(ValidatableResponse response) {
    String location = response.extract().header("Location");
    return URI.create(Objects.requireNonNull(location)).getPath().replaceFirst(".*/", "");
  }

  /** Follows an import to the end of its events, then reads it. */
  static JsonNode ended(String id) {
    events(id);
    return json(Api.as(DATA_STEWARD).get("/v1/imports/{id}", id).then().statusCode(200));
  }

  /** The data of all events of an import until its stream ends. */
  static List<JsonNode> events(String id) {
    Response stream = Api.as(DATA_STEWARD).get("/v1/imports/{id}/progress", id);
    return stream
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> json(line.substring("data: ".length())))
        .toList();
  }

  static String errors(String id) {
    return Api.as(DATA_STEWARD)
        .get("/v1/imports/{id}/errors", id)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static ValidatableResponse request(
      String kind, String type, String key, String encoding, byte[] file) {
    return Api.as(DATA_STEWARD)
        .config(RAW)
        .header("Idempotency-Key", key)
        .header("Content-Encoding", encoding)
        .contentType(type)
        .queryParam("kind", kind)
        .body(file)
        .post("/v1/imports")
        .then();
  }

  private static JsonNode json(ValidatableResponse response) {
    return json(response.extract().asString());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
