package org.kexin.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Hashes;

/** A client with a key of its own, to which its tokens are bound (DPoP, RFC 9449). */
public final class KeyHolder {

  /** The type of a proof, in its header. */
  public static final String PROOF_TYPE = "dpop+jwt";

  private static final String CLIENT = "kexin-bound";

  private final PublicJsonWebKey key;

  /** With a new key. */
  public KeyHolder() {
    try {
      key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new access token of the caller with this role, bound to the key. */
  public String token(String role) {
    return tokenAnswer(role, proof("POST", tokenEndpoint(), null))
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** What Keycloak answers the client that is set to get bound tokens only. */
  public Response tokenAnswer(String role, @Nullable String proof) {
    var request =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", CLIENT)
            .formParam("username", role)
            .formParam("password", role);
    return (proof == null ? request : request.header("DPoP", proof)).post(tokenEndpoint());
  }

  /** A proof made now for one request, and for no token where there is none yet. */
  public String proof(String method, String address, @Nullable String token) {
    JwtClaims claims = claims(method, address);
    if (token != null) {
      claims.setStringClaim("ath", hash(token));
    }
    return signed(claims);
  }

  /** The claims of a proof made now, but for the hash of the token. */
  public static JwtClaims claims(String method, String address) {
    JwtClaims claims = new JwtClaims();
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAtToNow();
    claims.setStringClaim("htm", method);
    claims.setStringClaim("htu", address);
    return claims;
  }

  /** Claim {@code ath}. */
  public static String hash(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256(token));
  }

  /** A proof that says this. */
  public String signed(JwtClaims claims) {
    return signed(PROOF_TYPE, publicKey(), claims);
  }

  /**
   * A proof that may be of another type or show another key; signed by this one all the same.
   *
   * @param shown what stands in the header as {@code jwk}
   */
  public String signed(String type, Object shown, JwtClaims claims) {
    JsonWebSignature proof = new JsonWebSignature();
    proof.setHeader("typ", type);
    proof.setHeader("jwk", shown);
    proof.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    proof.setKey(key.getPrivateKey());
    proof.setPayload(claims.toJson());
    try {
      return proof.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key as a JWK. */
  public Map<String, Object> publicKey() {
    return key.toParams(OutputControlLevel.PUBLIC_ONLY);
  }

  /** The public and the private key as a JWK. */
  public Map<String, Object> privateKey() {
    return key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** SHA-256 of the public key (RFC 7638), as {@code cnf.jkt} of a token gives it. */
  public String thumbprint() {
    return key.calculateBase64urlEncodedThumbprint("SHA-256");
  }

  private static String tokenEndpoint() {
    return LocalParts.realmUrl() + "/protocol/openid-connect/token";
  }
}
