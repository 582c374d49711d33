package org.kexin.contract;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Api;
import org.kexin.testing.Contract.Operation;
import org.kexin.testing.Tokens;

/** One request to an operation, of which the sweep then spoils one thing. Immutable. */
record ContractCall(
    Operation operation,
    @Nullable String role,
    Map<String, String> path,
    Map<String, String> headers,
    String query,
    @Nullable String mediaType,
    @Nullable String body) {

  static final String PURPOSE = "Purpose-Of-Use";
  static final String KEY = "Idempotency-Key";
  static final String IF_MATCH = "If-Match";

  /** Bodies are sent as they are: the media type must not gain a charset. */
  static final RestAssuredConfig AS_IS =
      RestAssured.config()
          .encoderConfig(
              encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                  .encodeContentTypeAs("text/csv", ContentType.TEXT));

  /** By another caller, who states the purpose of that role; by nobody for null. */
  ContractCall as(@Nullable String otherRole) {
    ContractCall call =
        new ContractCall(operation, otherRole, path, headers, query, mediaType, body);
    return otherRole == null || !operation.discloses()
        ? call
        : call.with(PURPOSE, String.valueOf(Api.PURPOSES.get(otherRole)));
  }

  /** With this header, or without it for null. */
  ContractCall with(String header, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    if (value == null) {
      changed.remove(header);
    } else {
      changed.put(header, value);
    }
    return new ContractCall(operation, role, path, changed, query, mediaType, body);
  }

  /** With another value for every parameter of the path. */
  ContractCall at(String value) {
    Map<String, String> changed = new LinkedHashMap<>(path);
    changed.replaceAll((name, old) -> value);
    return at(changed);
  }

  ContractCall at(Map<String, String> values) {
    return new ContractCall(operation, role, values, headers, query, mediaType, body);
  }

  /** With this raw query string. */
  ContractCall asking(String rawQuery) {
    return new ContractCall(operation, role, path, headers, rawQuery, mediaType, body);
  }

  ContractCall sending(String otherMediaType, String otherBody) {
    return new ContractCall(operation, role, path, headers, query, otherMediaType, otherBody);
  }

  /** The answer of the running service. */
  Response send() {
    RequestSpecification request = given().config(AS_IS).urlEncodingEnabled(false).headers(headers);
    if (role != null) {
      request.header("Authorization", "Bearer " + Tokens.of(role));
    }
    if (mediaType != null && body != null) {
      request.contentType(mediaType).body(body.getBytes(StandardCharsets.UTF_8));
    }
    return request.request(operation.method(), address());
  }

  private String address() {
    String address = operation.path();
    for (Map.Entry<String, String> parameter : path.entrySet()) {
      address = address.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return query.isEmpty() ? address : address + "?" + query;
  }
}
