package org.kexin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSchemeTest {

  @Test
  void bearerTokensAreOfUseToWhoeverHasThem() {
    TokenScheme scheme = new TokenScheme("Bearer");

    assertThat(scheme.isBound()).isFalse();
    assertThat(scheme.challenge()).isEqualTo("Bearer");
    assertThat(scheme.advice()).startsWith("Send Authorization: Bearer ");
  }

  @Test
  void boundTokensNeedAProof() {
    TokenScheme scheme = new TokenScheme("DPoP");

    assertThat(scheme.isBound()).isTrue();
    assertThat(scheme.challenge()).startsWith("DPoP algs=\"").doesNotContain("HS256", "none");
    assertThat(scheme.advice()).startsWith("Send Authorization: DPoP ").contains("proof");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dpop", "bearer", "DPoP ", "Basic"})
  void anotherWordStopsTheStart(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenScheme(name))
        .withMessage("kexin.oidc.token-scheme must be Bearer or DPoP.");
  }
}
