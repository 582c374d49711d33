package org.kexin.testing;

import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Requests of persons by right, as staff handles them. */
public final class PrivacyCalls {

  private static final String REQUESTS = "/v1/privacy/requests";

  private PrivacyCalls() {}

  /** Has a member of staff record a request and gives its id. */
  public static String received(String person, String kind) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("personId", person, "kind", kind, "channel", "PHONE"))
        .post(REQUESTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** As {@link #received}, after somebody looked who is asking. */
  public static String identified(String person, String kind) {
    String request = received(person, kind);
    Api.writing(SERVICE_AGENT)
        .body(Map.of("method", "DOCUMENT_SHOWN"))
        .post(REQUESTS + "/{id}/identity-checks", request)
        .then()
        .statusCode(200);
    return request;
  }

  /** Has a request done and closed. */
  public static ValidatableResponse answer(String request) {
    return Api.as(PRIVACY_OFFICER)
        .header("Idempotency-Key", People.digits(20))
        .post(REQUESTS + "/{id}/answers", request)
        .then();
  }

  /** Has an erasure shown and gives the id of what was shown. */
  public static String previewed(String request) {
    return preview(request).statusCode(200).extract().path("previewId");
  }

  public static ValidatableResponse preview(String request) {
    return Api.as(PRIVACY_OFFICER)
        .header("Idempotency-Key", People.digits(20))
        .post(REQUESTS + "/{id}/erasure-previews", request)
        .then();
  }

  /** Has an erasure shown and carried out. */
  public static void erased(String request) {
    erase(request, previewed(request)).statusCode(200);
  }

  public static ValidatableResponse erase(String request, String preview) {
    return Api.writing(PRIVACY_OFFICER)
        .body(Map.of("previewId", preview))
        .post(REQUESTS + "/{id}/erasures", request)
        .then();
  }

  /** The receipt of an erasure. */
  public static ValidatableResponse receipt(String request) {
    return Api.as(PRIVACY_OFFICER).get(REQUESTS + "/{id}/erasure", request).then();
  }

  /** The files in the archive of a person by their names. */
  public static Map<String, String> file(String person) {
    return unzipped(
        Api.as(PRIVACY_OFFICER).get(REQUESTS + "/{id}/file", identified(person, "EXPORT")));
  }

  /** The JSON file of a person. */
  public static JsonNode json(String person) {
    try {
      return new ObjectMapper().readTree(Objects.requireNonNull(file(person).get("person.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in an archive by their names. */
  public static Map<String, String> unzipped(Response answer) {
    answer.then().statusCode(200).contentType("application/zip");
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
