package org.kexin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.kexin.testing.CapturedLog;
import org.kexin.testing.KeyHolder;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Tokens;

/** The service as an operator sets it up who takes only tokens bound to a key (DPoP, RFC 9449). */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@TestProfile(BoundTokensIT.OnlyBound.class)
class BoundTokensIT {

  private static final String PATH = "/v1/customers";
  private static final String ROLE = "service-agent";

  /** What the component bound-tokens of the manifests sets. */
  public static final class OnlyBound implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kexin.oidc.token-scheme", "DPoP");
    }
  }

  private final KeyHolder holder = new KeyHolder();
  private final String token = holder.token(ROLE);

  @Test
  void aTokenWithAProofOfItsKeyIsTaken() {
    taken(holder.proof("GET", url(), token));
    // The scheme is a word of HTTP, whose case does not matter.
    call("dpop " + token, holder.proof("GET", url(), token)).then().statusCode(200);
  }

  @Test
  void theQueryIsNoPartOfTheProof() {
    given()
        .header("Authorization", "DPoP " + token)
        .header("DPoP", holder.proof("GET", url(), token))
        .header("Purpose-Of-Use", "service")
        .get(PATH + "?pageSize=1")
        .then()
        .statusCode(200);
  }

  @Test
  void aStolenTokenIsOfNoUse() {
    KeyHolder thief = new KeyHolder();
    JwtClaims claims = claims();

    refused(call("DPoP " + token));
    refused(call("Bearer " + token));
    refused(call("Bearer " + token, holder.proof("GET", url(), token)));
    refused(call("DPoP " + token, thief.proof("GET", url(), token)));
    refused(thief.signed(KeyHolder.PROOF_TYPE, holder.publicKey(), claims));
    taken(holder.signed(claims));
  }

  @Test
  void aProofForAnotherCallOrTokenIsOfNoUse() {
    String other = holder.token(ROLE);

    refused(holder.proof("POST", url(), token));
    refused(holder.proof("GET", url() + "/x", token));
    refused(holder.proof("GET", "https://other.example" + PATH, token));
    refused(holder.proof("GET", url(), other));
    refused(holder.proof("GET", url(), null));
  }

  @Test
  void aProofIsGoodForAMinute() {
    JwtClaims claims = claims();
    claims.setIssuedAt(secondsFromNow(-90));
    refused(holder.signed(claims));
    claims.setIssuedAt(secondsFromNow(60));
    refused(holder.signed(claims));
    claims.setIssuedAt(secondsFromNow(-20));
    taken(holder.signed(claims));
  }

  @Test
  void aProofIsGoodOnce() {
    JwtClaims claims = claims();
    String proof = holder.signed(claims);
    taken(proof);

    refused(proof);
    // Signed anew, with another signature: the id counts.
    refused(holder.signed(claims));
    taken(holder.signed(claims()));
  }

  @Test
  void aRefusedProofIsNotUsedUp() {
    JwtClaims claims = claims();
    KeyHolder thief = new KeyHolder();

    refused(thief.signed(claims));
    refused(thief.signed(KeyHolder.PROOF_TYPE, holder.publicKey(), claims));
    taken(holder.signed(claims));
  }

  @Test
  void whatIsNoProofIsRefused() {
    JwtClaims claims = claims();
    String good = holder.signed(claims);
    String[] parts = good.split("\\.", 3);

    for (String proof :
        List.of(
            "",
            "x",
            "a.b.c",
            parts[0] + "." + parts[1] + ".",
            encoded("{\"alg\":\"none\",\"typ\":\"dpop+jwt\",\"jwk\":{}}") + "." + parts[1] + ".",
            encoded("null") + "." + parts[1] + "." + parts[2],
            parts[0] + "." + encoded("[]") + "." + parts[2],
            holder.signed("JWT", holder.publicKey(), claims),
            holder.signed(KeyHolder.PROOF_TYPE, "x", claims),
            holder.signed(KeyHolder.PROOF_TYPE, holder.privateKey(), claims),
            holder.signed(
                KeyHolder.PROOF_TYPE, Map.of("kty", "RSA", "n", "", "e", "AQAB"), claims))) {
      refused(proof);
    }
    refused(call("DPoP " + token, good, holder.signed(claims())));
    refused(call("DPoP ", good));
    taken(good);
  }

  @Test
  void aTokenThatIsBoundToNoKeyIsNotTaken() {
    String bearer = Tokens.of(ROLE);
    String naming = Tokens.namingCertificateOf(ROLE);

    refused(call("Bearer " + bearer));
    refused(call("DPoP " + bearer, holder.proof("GET", url(), bearer)));
    refused(call("DPoP " + naming, holder.proof("GET", url(), naming)));
    refused(given().get(PATH));
  }

  @Test
  void theLogSaysWhyWithoutTheWordsOfTheCaller() {
    try (CapturedLog log = CapturedLog.begin()) {
      refused(holder.proof("GET", "https://canary.example/", token));

      assertThat(log.text())
          .contains("Proof of possession refused: it is for another address")
          .doesNotContain("canary.example");
    }
  }

  private JwtClaims claims() {
    JwtClaims claims = KeyHolder.claims("GET", url());
    claims.setStringClaim("ath", KeyHolder.hash(token));
    return claims;
  }

  private static NumericDate secondsFromNow(long seconds) {
    NumericDate date = NumericDate.now();
    date.addSeconds(seconds);
    return date;
  }

  private static String url() {
    return RestAssured.baseURI + ":" + RestAssured.port + PATH;
  }

  private void taken(String proof) {
    call("DPoP " + token, proof).then().statusCode(200);
  }

  private void refused(String proof) {
    refused(call("DPoP " + token, proof));
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("DPoP algs=\"ES256 "))
        .body("code", equalTo("unauthenticated"));
  }

  private static Response call(String authorization, String... proofs) {
    var request =
        given().header("Authorization", authorization).header("Purpose-Of-Use", "service");
    for (String proof : proofs) {
      request = request.header("DPoP", proof);
    }
    return request.get(PATH);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
