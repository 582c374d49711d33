package org.kexin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d",
        "audit-01a202b9-4cc4-78d5-9b44-123456789012",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "order.4711_again"
      })
  void anIdOfTheCallersOwnIsKept(String id) {
    assertThat(RequestFilter.isSane(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13812345678",
        "tel-13812345678",
        "99999919700131002X",
        "short",
        "a b c d e f g h"
      })
  void aNumberThatMayBeSomebodysIsNot(String id) {
    assertThat(RequestFilter.isSane(id)).isFalse();
  }
}
