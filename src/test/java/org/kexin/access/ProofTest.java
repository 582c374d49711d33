package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.KeyHolder;

class ProofTest {

  private static final String ADDRESS = "https://kexin.example/v1/customers";
  private static final long NOW = 1_800_000_000L;
  private static final KeyHolder HOLDER = new KeyHolder();
  private static final Proof PROOF = new Proof("key", "id", NOW, "GET", ADDRESS);

  @Test
  void itIsReadAsItWasMade() {
    JwtClaims claims = claims();

    assertThat(Proof.read(HOLDER.signed(claims)))
        .contains(new Proof(HOLDER.thumbprint(), "id", NOW, "GET", ADDRESS));
  }

  static List<Consumer<JwtClaims>> flaws() {
    return List.of(
        claims -> claims.unsetClaim("jti"),
        claims -> claims.setJwtId(""),
        claims -> claims.setClaim("jti", 7),
        claims -> claims.unsetClaim("iat"),
        claims -> claims.setClaim("iat", Long.toString(NOW)),
        claims -> claims.unsetClaim("htm"),
        claims -> claims.setClaim("htm", List.of("GET")),
        claims -> claims.unsetClaim("htu"),
        claims -> claims.setClaim("htu", Map.of("a", "b")));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void aClaimThatIsMissingOrOfAnotherTypeMakesItUnreadable(Consumer<JwtClaims> flaw) {
    JwtClaims claims = claims();
    flaw.accept(claims);

    assertThat(Proof.read(HOLDER.signed(claims))).isEmpty();
  }

  @Test
  void withoutASignatureItIsUnreadable() {
    String proof = HOLDER.signed(claims());

    assertThat(Proof.read(proof.substring(0, proof.lastIndexOf('.') + 1))).isEmpty();
    assertThat(Proof.read(proof.substring(0, proof.lastIndexOf('.')))).isEmpty();
  }

  @Test
  void anotherTypeOrNoKeyMakesItUnreadable() {
    assertThat(Proof.read(HOLDER.signed("JWT", HOLDER.publicKey(), claims()))).isEmpty();
    for (Object key :
        List.of(
            "key", Map.of(), Map.of("kty", "oct", "k", "AAAA"), Map.of("kty", "RSA", "n", ""))) {
      assertThat(Proof.read(HOLDER.signed(KeyHolder.PROOF_TYPE, key, claims()))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "a.b", "a.b.c", "bnVsbA.bnVsbA.", "W10.W10.x", "e30.e30.x"})
  void rubbishIsUnreadable(String header) {
    assertThat(Proof.read(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-11, true", "-10, false", "0, false", "60, false", "61, true"})
  void itIsGoodForAMinute(long secondsLater, boolean refused) {
    var fault = PROOF.fault("GET", ADDRESS, Instant.ofEpochSecond(NOW + secondsLater));

    assertThat(fault.isPresent()).isEqualTo(refused);
    fault.ifPresent(it -> assertThat(it).isEqualTo(Proof.Fault.NOT_FRESH));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void noTimeIsTooFarAway(long issuedAt) {
    Proof proof = new Proof("key", "id", issuedAt, "GET", ADDRESS);

    assertThat(proof.fault("GET", ADDRESS, Instant.ofEpochSecond(NOW)))
        .contains(Proof.Fault.NOT_FRESH);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "GET, https://kexin.example/v1/customers, none",
        "GET, https://kexin.example/v1/customers?pageSize=1&x=?, none",
        "POST, https://kexin.example/v1/customers, OTHER_METHOD",
        "get, https://kexin.example/v1/customers, OTHER_METHOD",
        "GET, http://kexin.example/v1/customers, OTHER_ADDRESS",
        "GET, https://kexin.example:8443/v1/customers, OTHER_ADDRESS",
        "GET, https://other.example/v1/customers, OTHER_ADDRESS",
        "GET, https://kexin.example/v1/customers/1, OTHER_ADDRESS"
      })
  void itIsForOneMethodAndAddress(String method, String uri, Proof.@Nullable Fault fault) {
    assertThat(PROOF.fault(method, uri, Instant.ofEpochSecond(NOW)).orElse(null)).isEqualTo(fault);
  }

  @Test
  void itIsUsedOnceByEachKey() {
    BoundTokens tokens = new BoundTokens(new org.kexin.shared.Clock(Clock.systemUTC()));
    tokens.use(PROOF);

    Proof sameId = new Proof("key", "id", NOW + 1, "POST", ADDRESS + "/1");
    assertThatThrownBy(() -> tokens.use(sameId)).isInstanceOf(AuthenticationFailedException.class);
    tokens.use(new Proof("key", "other", NOW, "GET", ADDRESS));
    tokens.use(new Proof("yek", "id", NOW, "GET", ADDRESS));
  }

  private static JwtClaims claims() {
    JwtClaims claims = KeyHolder.claims("GET", ADDRESS);
    claims.setJwtId("id");
    claims.setIssuedAt(NumericDate.fromSeconds(NOW));
    return claims;
  }
}
