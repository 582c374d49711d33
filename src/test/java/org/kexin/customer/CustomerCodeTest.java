package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCodeTest {

  /**
   * Checked by hand with Verhoeff's tables; 2363 is the example most texts give for the body 236.
   */
  @ParameterizedTest
  @CsvSource({
    "10000000236, 100000002360",
    "12345678901, 123456789010",
    "99999999999, 999999999999"
  })
  void theCheckDigitIsVerhoeffs(long body, String code) {
    assertThat(CustomerCode.of(body).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789010",
        "1234 5678 9010",
        "1234-5678-9010",
        " 1234\u00a05678\u30009010 ",
        "１２３４５６７８９０１０",
        "1234－5678–9010"
      })
  void theSpellingsOfOneCodeAreOneCode(String typed) {
    assertThat(CustomerCode.parse(typed)).isEqualTo(new CustomerCode("123456789010"));
  }

  @Test
  void aCodeIsReadOutInGroupsOfFour() {
    assertThat(CustomerCode.of(12_345_678_901L).grouped()).isEqualTo("1234 5678 9010");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345678901",
        "1234567890100",
        "12345678901X",
        "1234/5678/9010",
        "①23456789010"
      })
  void whatIsNotTwelveDigitsIsRefused(String typed) {
    assertThatThrownBy(() -> CustomerCode.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A customer code has twelve digits and does not begin with zero");
  }

  @Test
  void aCodeThatBeginsWithZeroIsRefusedAlthoughItsCheckDigitFits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CustomerCode("000000002363"));
  }

  @Test
  void aBodyBeyondElevenDigitsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CustomerCode.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> CustomerCode.of(CustomerCode.BODY_BOUND));
  }

  @Property
  void everyBodyGivesACodeThatReadsBackAsItself(
      @ForAll @LongRange(max = CustomerCode.BODY_BOUND - 1) long body) {
    CustomerCode code = CustomerCode.of(body);
    assertThat(code.value()).hasSize(12).doesNotStartWith("0");
    assertThat(CustomerCode.parse(code.grouped())).isEqualTo(code);
  }

  @Property
  void aBodyThatDoesNotBeginWithZeroStandsInTheCode(
      @ForAll @LongRange(min = 10_000_000_000L, max = CustomerCode.BODY_BOUND - 1) long body) {
    assertThat(CustomerCode.of(body).value()).startsWith(Long.toString(body));
  }

  @Property(tries = 500)
  void everySingleWrongDigitIsNoticed(
      @ForAll @LongRange(max = CustomerCode.BODY_BOUND - 1) long body) {
    String right = CustomerCode.of(body).value();
    for (int position = 0; position < right.length(); position++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != right.charAt(position)) {
          assertRefused(right.substring(0, position) + digit + right.substring(position + 1));
        }
      }
    }
  }

  @Property
  void everyTwoNeighboursChangedPlacesAreNoticed(
      @ForAll @LongRange(max = CustomerCode.BODY_BOUND - 1) long body) {
    String right = CustomerCode.of(body).value();
    for (int position = 0; position + 1 < right.length(); position++) {
      char left = right.charAt(position);
      char next = right.charAt(position + 1);
      if (left != next) {
        assertRefused(right.substring(0, position) + next + left + right.substring(position + 2));
      }
    }
  }

  private static void assertRefused(String wrong) {
    assertThatIllegalArgumentException().isThrownBy(() -> CustomerCode.parse(wrong));
  }
}
