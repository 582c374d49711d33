package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray();

  /** Two universities and five companies, as they publish them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12100000400000624D",
        "12100000400002259P",
        "9144030071526726XG",
        "914403001922038216",
        "91330100799655058B",
        "91110000802100433B",
        "91110108551385082Q"
      })
  void publishedCodesAreAccepted(String code) {
    assertThat(new CreditCode(code).value()).isEqualTo(code);
    assertThat(CreditCode.ofBody(code.substring(0, 17)).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9144030071526726XG",
        "9144030071526726xg",
        " 914403 0071526726X-G ",
        "９１４４０３００７１５２６７２６ＸＧ"
      })
  void theSpellingsOfOneCodeAreOneCode(String typed) {
    assertThat(CreditCode.parse(typed)).hasToString("9144030071526726XG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9144030071526726X",
        "9144030071526726XGG",
        "000000000000000000",
        "9144O30071526726XG",
        "91A4030071526726XG",
        "9144030071526726SG",
        "9144030071526726XZ"
      })
  void whatHasNotTheShapeOfACodeIsRefused(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreditCode.parse(typed))
        .withMessageStartingWith("A unified social credit code has eighteen");
  }

  @Test
  void aWrongCheckCharacterIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreditCode.parse("9144030071526726XH"))
        .withMessage("The check character of the unified social credit code does not fit");
  }

  @Property(tries = 200)
  void everySingleWrongCharacterAndEveryTwoNeighboursChangedPlacesAreNoticed(
      @ForAll @StringLength(6) @NumericChars String region,
      @ForAll @StringLength(9) @NumericChars @CharRange(from = 'A', to = 'H') String organisation) {
    String right = CreditCode.ofBody("91" + region + organisation).value();
    for (int i = 0; i < right.length(); i++) {
      for (char c : ALPHABET) {
        if (c != right.charAt(i)) {
          assertRefused(right.substring(0, i) + c + right.substring(i + 1));
        }
      }
      if (i > 0 && right.charAt(i) != right.charAt(i - 1)) {
        assertRefused(
            right.substring(0, i - 1)
                + right.charAt(i)
                + right.charAt(i - 1)
                + right.substring(i + 1));
      }
    }
  }

  private static void assertRefused(String wrong) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode(wrong));
  }
}
