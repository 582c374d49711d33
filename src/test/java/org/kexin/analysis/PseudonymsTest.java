package org.kexin.analysis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final UUID CUSTOMER = UUID.fromString("0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d");

  /** RFC 4231, section 4.6: test case 5, truncated to 128 bits there too. */
  @Test
  void thePublishedVectorComesOut() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0c);

    assertThat(new Pseudonyms(key).authenticate("Test With Truncation".getBytes(US_ASCII)))
        .isEqualTo(HexFormat.of().parseHex("a3b6167473100ee06e0c796c2955552b"));
  }

  /** RFC 4231, sections 4.2 and 4.3: the first 128 bits of test cases 1 and 2. */
  @Test
  void soDoTheFirstBytesOfLongerOnes() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);

    assertThat(new Pseudonyms(key).authenticate("Hi There".getBytes(US_ASCII)))
        .isEqualTo(HexFormat.of().parseHex("b0344c61d8db38535ca8afceaf0bf12b"));
    assertThat(
            new Pseudonyms("Jefe".getBytes(US_ASCII))
                .authenticate("what do ya want for nothing?".getBytes(US_ASCII)))
        .isEqualTo(HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c7"));
  }

  @Property
  void aCustomerHasOnePseudonymOf16Bytes(
      @ForAll @Size(32) byte[] key, @ForAll("ids") UUID customer) {
    Pseudonyms pseudonyms = new Pseudonyms(key);
    Pseudonym pseudonym = pseudonyms.of(customer);
    pseudonyms.of(new UUID(~customer.getMostSignificantBits(), 0));

    assertThat(pseudonyms.of(customer)).isEqualTo(pseudonym);
    assertThat(new Pseudonyms(key).of(customer)).isEqualTo(pseudonym);
    assertThat(pseudonym.text()).hasSize(22).matches("[A-Za-z0-9_-]{22}");
    assertThat(Base64.getUrlDecoder().decode(pseudonym.text())).hasSize(16);
    assertThat(Pseudonym.parse(pseudonym.text())).isEqualTo(pseudonym);
  }

  @Property
  void anotherKeyOrCustomerHasAnother(
      @ForAll @Size(32) byte[] key,
      @ForAll("ids") UUID customer,
      @ForAll("ids") UUID other,
      @ForAll byte change) {
    byte[] another = key.clone();
    another[31] ^= change == 0 ? 1 : change;
    Pseudonym pseudonym = new Pseudonyms(key).of(customer);

    assertThat(new Pseudonyms(another).of(customer)).isNotEqualTo(pseudonym);
    assertThat(new Pseudonyms(key).of(other).equals(pseudonym)).isEqualTo(customer.equals(other));
  }

  @Property
  void theOrderIsThatOfTheBytes(@ForAll("ids") UUID one, @ForAll("ids") UUID other) {
    Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    Pseudonym a = pseudonyms.of(one);
    Pseudonym b = pseudonyms.of(other);

    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(a), bytes(b))));
  }

  @Test
  void whatIsNoPseudonymIsNotRead() {
    for (String bad : new String[] {"", "abc", "?", CUSTOMER.toString(), "A".repeat(24)}) {
      assertThatThrownBy(() -> Pseudonym.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Provide
  Arbitrary<UUID> ids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  private static byte[] bytes(Pseudonym pseudonym) {
    return Base64.getUrlDecoder().decode(pseudonym.text());
  }
}
