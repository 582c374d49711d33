package org.kexin.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Hashes;

class DataKeyTest {

  private static final UUID OWNER = UUID.fromString("0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d");
  private static final UUID ANOTHER = UUID.fromString("0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1e");
  private static final byte[] VALUE = "+8614512345678".getBytes(UTF_8);

  private final byte[] bytes = Hashes.freshKey();
  private final DataKey key = new DataKey(OWNER, bytes);

  @Test
  void whatWasSealedOpensWhereItWasSealed() {
    assertThat(key.open("customer.contact", key.seal("customer.contact", VALUE))).isEqualTo(VALUE);
  }

  @Test
  void sealedItIsNonceAndTagLongerAndNeverTheSame() {
    byte[] once = key.seal("customer.contact", VALUE);

    assertThat(once).hasSize(VALUE.length + 12 + 16);
    assertThat(new String(once, UTF_8)).doesNotContain("145");
    assertThat(key.seal("customer.contact", VALUE)).isNotEqualTo(once);
  }

  @Test
  void itOpensInNoOtherColumn() {
    byte[] sealed = key.seal("customer.contact", VALUE);

    assertThatThrownBy(() -> key.open("customer.financial", sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("customer.financial");
  }

  @Test
  void itOpensForNoOtherOwnerEvenWithTheSameKey() {
    byte[] sealed = key.seal("customer.contact", VALUE);

    assertThatThrownBy(() -> new DataKey(ANOTHER, bytes).open("customer.contact", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangedBitAnywhereIsNoticed() {
    byte[] sealed = key.seal("customer.contact", VALUE);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = Arrays.copyOf(sealed, sealed.length);
      changed[i] ^= 1;
      assertThatThrownBy(() -> key.open("customer.contact", changed))
          .as("byte %d", i)
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
