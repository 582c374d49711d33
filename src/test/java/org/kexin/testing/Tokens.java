package org.kexin.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Real tokens of the sample realm: good ones, and the kinds that must be refused although Keycloak
 * itself signed them. Safe for use by several threads.
 */
public final class Tokens {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shorter than the fifteen minutes that a token of the sample realm is good for. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final Map<String, Kept> KEPT_BY_ROLE = new ConcurrentHashMap<>();

  private Tokens() {}

  /**
   * An access token of the caller with this role, good for at least five minutes.
   *
   * @param role a realm role, for example {@code service-agent}
   */
  public static String of(String role) {
    Kept kept =
        KEPT_BY_ROLE.compute(
            role, (key, old) -> old != null && old.isFresh() ? old : new Kept(request(key)));
    return kept.token();
  }

  /** An id token, which is about a login and not for calling an API. */
  public static String idTokenOf(String role) {
    return byPassword(LocalParts.realmUrl(), "kexin-cli", role).path("id_token").asText();
  }

  /** An access token that expires two seconds after it was issued. */
  public static String shortLivedOf(String role) {
    return accessToken(byPassword(LocalParts.realmUrl(), "kexin-short", role));
  }

  /** An access token without the audience {@code kexin-api}. */
  public static String forAnotherAudienceOf(String role) {
    return accessToken(byPassword(LocalParts.realmUrl(), "kexin-other", role));
  }

  /** An access token of another realm: role and audience are right, issuer and key are not. */
  public static String ofAnotherIssuer() {
    return accessToken(
        byPassword(LocalParts.realmUrl().resolve("other"), "kexin-cli", "service-agent"));
  }

  /**
   * An access token that a certificate is named in, and nothing else is odd about: it is not the
   * realm's way of binding, but that of other providers (RFC 8705, section 3.1).
   */
  public static String namingCertificateOf(String role) {
    return accessToken(byPassword(LocalParts.realmUrl(), "kexin-certificate", role));
  }

  private static String request(String role) {
    if (role.equals("partner")) {
      return accessToken(
          post(
              LocalParts.realmUrl(),
              Map.of(
                  "grant_type", "client_credentials",
                  "client_id", "partner",
                  "client_secret", "partner-sample-secret")));
    }
    return accessToken(byPassword(LocalParts.realmUrl(), "kexin-cli", role));
  }

  private static JsonNode byPassword(URI realm, String client, String user) {
    return post(
        realm,
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "username", user,
            "password", user,
            "scope", "openid"));
  }

  private static String accessToken(JsonNode answer) {
    return answer.path("access_token").asText();
  }

  private static JsonNode post(URI realm, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "No token: Keycloak answered " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a token", e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private record Kept(String token, long sinceNanos) {
    Kept(String token) {
      this(token, System.nanoTime());
    }

    boolean isFresh() {
      return System.nanoTime() - sinceNanos < KEPT.toNanos();
    }
  }
}
