package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "+86 138 1234 5678",
        "0086 13812345678",
        "１３８１２３４５６７８",
        "＋８６　１３８－１２３４－５６７８",
        "(+86) 13812345678"
      })
  void theSpellingsOfOneNumberAreOneNumber(String typed) {
    assertThat(PhoneNumber.parse(typed, "CN").value()).isEqualTo("+8613812345678");
  }

  @ParameterizedTest
  @CsvSource({
    "020 7946 0123, GB, +442079460123",
    "+44 (0)20 7946 0123, CN, +442079460123",
    "010-6552 9988, CN, +861065529988"
  })
  void theNationalSpellingIsThatOfTheRegionNamed(String typed, String region, String e164) {
    assertThat(PhoneNumber.parse(typed, region).value()).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({
    "+8613812345678, 138****5678",
    "+442079460123, 207****0123",
    "+14155550132, 415****0132",
    "+4722865500, ****5500",
    "+50031234, ****34"
  })
  void theMaskKeepsAtLeastThreeDigitsHidden(String e164, String masked) {
    PhoneNumber number = PhoneNumber.parse(e164, "CN");
    assertThat(number.masked()).isEqualTo(masked);
    assertThat(number).hasToString(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "12",
        "1381234567",
        "138123456789",
        "99999999999",
        "+999 13812345678",
        "call 13812345678",
        "13812345678 ext. 5",
        "13812345678;13912345678",
        "1-800-FLOWERS",
        "138\u00001234\u00005678"
      })
  void whatIsNoNumberIsRefusedWithoutRepeatingIt(String typed) {
    Throwable refusal = catchThrowable(() -> PhoneNumber.parse(typed, "CN"));
    assertThat(refusal).isInstanceOf(IllegalArgumentException.class).hasNoCause();
    assertThat(refusal.getMessage()).doesNotContain("1234").doesNotContain("9999");
  }

  @Test
  void aNumberWithoutInternationalPrefixNeedsAKnownRegion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.parse("13812345678", "ZZ"))
        .withMessage("This is no telephone number: INVALID_COUNTRY_CODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"13812345678", "+86 13812345678", "+86013812345678", "+0086138"})
  void theRecordHoldsTheCanonicalFormOnly(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(value));
  }
}
