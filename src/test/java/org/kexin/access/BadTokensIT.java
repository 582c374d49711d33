package org.kexin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.KeyHolder;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Tokens;

/** Tokens that must not be believed. Each differs from a good one in as little as can be. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BadTokensIT {

  private static final String ROLE = "service-agent";
  private static final String NAME = "Canary" + People.digits(9);
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static String customer = "";

  @BeforeEach
  void aCustomerExists() {
    if (customer.isEmpty()) {
      customer = People.created(People.with(People.aPerson(), "name", NAME));
    }
  }

  static Map<String, String> tokens() throws GeneralSecurityException {
    String[] good = Tokens.of(ROLE).split("\\.", 3);
    String claims = decoded(good[1]);
    String kid = decoded(good[0]).replaceAll(".*\"kid\" *: *\"([^\"]*)\".*", "$1");
    KeyPair stranger = newKeyPair();
    String signedByStranger = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}";
    String keyInside =
        "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jwk\":"
            + jwk((RSAPublicKey) stranger.getPublic())
            + "}";

    Map<String, String> tokens = new TreeMap<>();
    tokens.put("of another issuer", Tokens.ofAnotherIssuer());
    tokens.put("for another audience", Tokens.forAnotherAudienceOf(ROLE));
    tokens.put("id token", Tokens.idTokenOf(ROLE));
    tokens.put("refresh token", refreshToken());
    tokens.put("bound to a key", new KeyHolder().token(ROLE));
    tokens.put("bound to a certificate", Tokens.namingCertificateOf(ROLE));
    tokens.put("alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good[1] + ".");
    tokens.put("alg None", encoded("{\"alg\":\"None\"}") + "." + good[1] + "." + good[2]);
    tokens.put("no signature", good[0] + "." + good[1] + ".");
    tokens.put("payload changed", good[0] + "." + encoded(promoted(claims)) + "." + good[2]);
    tokens.put("signature changed", good[0] + "." + good[1] + "." + flipped(good[2]));
    tokens.put("unknown kid", signed(signedByStranger.replace(kid, "nobody"), claims, stranger));
    tokens.put("known kid, other key", signed(signedByStranger, claims, stranger));
    tokens.put("key in the header", signed(keyInside, claims, stranger));
    String publicKey = publicKeyOfTheRealm();
    tokens.put(
        "HS256, key as text", hs256(kid, claims, publicKey.getBytes(StandardCharsets.UTF_8)));
    tokens.put("HS256, key as bytes", hs256(kid, claims, Base64.getDecoder().decode(publicKey)));
    tokens.put("HS256, key as PEM", hs256(kid, claims, pem(publicKey)));
    return tokens;
  }

  static java.util.Set<Map.Entry<String, String>> badTokens() throws GeneralSecurityException {
    return tokens().entrySet();
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aTokenThatIsNotTheRealmsOrNotForUsIsRefused(Map.Entry<String, String> token) {
    refused(read("Bearer " + token.getValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "x"})
  void whatIsNoTokenIsRefused(String authorization) {
    refused(read(authorization));
  }

  @Test
  void noTokenIsRefused() {
    refused(given().header("Purpose-Of-Use", "service").get("/v1/customers/{id}", customer));
  }

  @Test
  void aTokenIsGoodUntilItExpiresAndNoLonger() {
    String token = "Bearer " + Tokens.shortLivedOf(ROLE);
    long issued = System.nanoTime();

    Response answer = read(token);
    answer.then().statusCode(200).body("name", equalTo(NAME));
    // Asked again and again, so that a remembered verification would show.
    while (answer.statusCode() == 200) {
      assertThat(System.nanoTime() - issued).as("the token lives on").isLessThan(10_000_000_000L);
      answer = read(token);
    }
    refused(answer);
  }

  @Test
  void aProofIsNotAskedForAndDoesNotHelp() {
    KeyHolder holder = new KeyHolder();
    String address = RestAssured.baseURI + ":" + RestAssured.port + "/v1/customers/" + customer;
    for (String token : List.of(Tokens.of(ROLE), holder.token(ROLE))) {
      refused(
          given()
              .header("Authorization", "DPoP " + token)
              .header("DPoP", holder.proof("GET", address, token))
              .header("Purpose-Of-Use", "service")
              .get("/v1/customers/{id}", customer));
    }
  }

  @Test
  void aGoodTokenIsBelieved() {
    read("Bearer " + Tokens.of(ROLE)).then().statusCode(200).body("name", equalTo(NAME));
  }

  private static Response read(String authorization) {
    return given()
        .header("Authorization", authorization)
        .header("Purpose-Of-Use", "service")
        .get("/v1/customers/{id}", customer);
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("code", equalTo("unauthenticated"))
        .body(not(containsString(NAME)));
  }

  private static String promoted(String claims) {
    return claims.replace("\"" + ROLE + "\"", "\"privacy-officer\"");
  }

  /** Another first character, whose bits all count; those of the last may be padding. */
  private static String flipped(String signature) {
    return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
  }

  private static String signed(String header, String claims, KeyPair key)
      throws GeneralSecurityException {
    String content = encoded(header) + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + URL.encodeToString(signature.sign());
  }

  private static String hs256(String kid, String claims, byte[] key)
      throws GeneralSecurityException {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}";
    String content = encoded(header) + "." + encoded(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return content
        + "."
        + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String publicKeyOfTheRealm() {
    return RestAssured.get(LocalParts.realmUrl()).then().extract().path("public_key");
  }

  private static byte[] pem(String publicKey) {
    return ("-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String refreshToken() {
    return given()
        .formParam("grant_type", "password")
        .formParam("client_id", "kexin-cli")
        .formParam("username", ROLE)
        .formParam("password", ROLE)
        .post(LocalParts.realmUrl() + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("refresh_token");
  }

  private static KeyPair newKeyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String jwk(RSAPublicKey key) {
    return "{\"kty\":\"RSA\",\"n\":\""
        + unsigned(key.getModulus().toByteArray())
        + "\",\"e\":\""
        + unsigned(key.getPublicExponent().toByteArray())
        + "\"}";
  }

  private static String unsigned(byte[] number) {
    return URL.encodeToString(
        number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number);
  }

  private static String encoded(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
