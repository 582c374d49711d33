package org.kexin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"phnoes", "externalId", "line2", "first_name", "E-Mail"})
  void whatLooksLikeAMemberMayBeRepeated(String name) {
    assertThat(SentName.quotable(name)).hasValue(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "13812345678",
        "+8613812345678",
        "a@example.com",
        "张伟",
        "Anna Berg",
        "E1234567"
      })
  void whatMayBeAValueIsNot(String name) {
    assertThat(SentName.quotable(name)).isEmpty();
  }
}
