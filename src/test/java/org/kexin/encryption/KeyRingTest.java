package org.kexin.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Hashes;

class KeyRingTest {

  private static final UUID OWNER = UUID.fromString("0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d");
  private static final String OLD = freshKey();
  private static final String NEW = freshKey();

  private final byte[] key = Hashes.freshKey();

  @Test
  void whatTheFirstKeyWrappedTheRingUnwraps() {
    KeyRing ring = new KeyRing(List.of(OLD));

    assertThat(ring.unwrap(OWNER, ring.wrap(OWNER, key))).isEqualTo(key);
    assertThat(ring.former()).isEmpty();
  }

  @Test
  void aFormerKeyUnwrapsAndDoesNotWrap() {
    byte[] wrapped = new KeyRing(List.of(OLD)).wrap(OWNER, key);
    KeyRing ring = new KeyRing(List.of(NEW, OLD));

    assertThat(ring.unwrap(OWNER, wrapped)).isEqualTo(key);
    assertThat(ring.former()).containsExactly(new KeyRing(List.of(OLD)).current());
    assertThat(new KeyRing(List.of(NEW)).unwrap(OWNER, ring.wrap(OWNER, key))).isEqualTo(key);
  }

  @Test
  void aKeyThatIsMissingIsNamedWithWhatToDo() {
    byte[] wrapped = new KeyRing(List.of(OLD)).wrap(OWNER, key);
    KeyRing without = new KeyRing(List.of(NEW));

    assertThatThrownBy(() -> without.unwrap(OWNER, wrapped))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(new KeyRing(List.of(OLD)).current())
        .hasMessageContaining("kexin.encryption-keys");
  }

  @Test
  void aWrappedKeyIsOfUseToItsOwnerOnly() {
    KeyRing ring = new KeyRing(List.of(OLD));
    byte[] wrapped = ring.wrap(OWNER, key);

    assertThatThrownBy(() -> ring.unwrap(new UUID(0x7000, 1), wrapped))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void badSettingsAreRefusedWithoutQuotingThem() {
    for (List<String> bad : List.of(List.of("secret!"), List.of("c2VjcmV0"), List.of(OLD, OLD))) {
      assertThatThrownBy(() -> new KeyRing(bad))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("kexin.encryption-keys")
          .hasMessageNotContaining(bad.getFirst());
    }
  }

  private static String freshKey() {
    return Base64.getEncoder().encodeToString(Hashes.freshKey());
  }
}
