package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

  private static final char[] CHARACTERS = "0123456789X".toCharArray();

  /** The two examples of GB 11643-1999 itself. */
  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, 1949-12-31, 2, 110***********002X",
    "440524188001010014, 1880-01-01, 1, 440***********0014"
  })
  void theExamplesOfTheStandardAreRead(
      String number, LocalDate birthDate, int genderDigit, String masked) {
    ResidentId id = new ResidentId(number);
    assertThat(id.birthDate()).isEqualTo(birthDate);
    assertThat(id.genderDigit()).isEqualTo(genderDigit);
    assertThat(id.masked()).isEqualTo(masked).hasSize(18);
    assertThat(id).hasToString(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "１１０１０５１９４９１２３１００２Ｘ"
      })
  void theSpellingsOfOneNumberAreOneNumber(String typed) {
    assertThat(ResidentId.parse(typed).value()).isEqualTo("11010519491231002X");
  }

  @Test
  void anOldNumberOfFifteenDigitsIsRefusedWithTheReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResidentId.parse("110105491231002"))
        .withMessageContaining("fifteen digits")
        .withMessageNotContaining("491231");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1101051949123100",
        "110105194912310021",
        "110105194902310029",
        "110105194913310020",
        "110105179912310020",
        "11010519491231X020",
        "010105194912310020",
        "110105194912310020X"
      })
  void whatIsNoNumberIsRefusedWithoutRepeatingIt(String typed) {
    Throwable refusal = catchThrowable(() -> ResidentId.parse(typed));
    assertThat(refusal).isInstanceOf(IllegalArgumentException.class).hasNoCause();
    assertThat(refusal.getMessage()).doesNotContain("1101").doesNotContain("1949");
  }

  @ParameterizedTest
  @CsvSource({
    "99999, 1970-01-01, 1",
    "999999, 1799-12-31, 1",
    "999999, 1970-01-01, 1000",
    "999999, 1970-01-01, -1"
  })
  void aPartOutOfRangeIsRefused(String region, LocalDate birthDate, int sequence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResidentId.of(region, birthDate, sequence));
  }

  @Property(tries = 300)
  void everySingleWrongDigitAndEveryTwoNeighboursChangedPlacesAreNoticed(
      @ForAll @IntRange(min = 100_000, max = 999_999) int region,
      @ForAll @IntRange(min = -30_000, max = 20_000) int birthDay,
      @ForAll @IntRange(max = 999) int sequence) {
    LocalDate birthDate = LocalDate.ofEpochDay(birthDay);
    ResidentId id = ResidentId.of(Integer.toString(region), birthDate, sequence);
    assertThat(id.birthDate()).isEqualTo(birthDate);
    assertThat(id.genderDigit()).isEqualTo(sequence % 10);
    String right = id.value();
    for (int i = 0; i < right.length(); i++) {
      for (char c : CHARACTERS) {
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
    assertThatIllegalArgumentException().isThrownBy(() -> new ResidentId(wrong));
  }
}
