package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "li.lei@example.com, li.lei@example.com",
    "Li.Lei@EXAMPLE.Org, Li.Lei@example.org",
    "'  han@shop.example ', han@shop.example",
    "ｈａｎ＠ｅｘａｍｐｌｅ．ｎｅｔ, han@example.net",
    "李雷@example.com, 李雷@example.com",
    "li@例子.example, li@xn--fsqu00a.example",
    "o'brien+news@example.com, o'brien+news@example.com"
  })
  void theDomainBecomesPlainAndTheLocalPartStays(String typed, String value) {
    assertThat(EmailAddress.parse(typed).value()).isEqualTo(value);
  }

  @Test
  void twoSpellingsOfOneMailboxHaveOneKey() {
    EmailAddress one = EmailAddress.parse("Li.Lei@Example.com");
    EmailAddress other = EmailAddress.parse("li.lei@example.COM");
    assertThat(one).isNotEqualTo(other);
    assertThat(one.key()).isEqualTo(other.key()).isEqualTo("li.lei@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "lilei@example.com, l***@example.com",
    "李雷@example.com, 李***@example.com",
    "𠮷野@example.com, 𠮷***@example.com",
    "x@example.com, ***@example.com"
  })
  void theMaskShowsAFirstCharacterThatIsNotTheWholeName(String typed, String masked) {
    EmailAddress address = EmailAddress.parse(typed);
    assertThat(address.masked()).isEqualTo(masked);
    assertThat(address).hasToString(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "secret",
        "secret@",
        "@example.com",
        "secret@@example.com",
        "secret@localhost",
        "secret@example",
        "secret@example.nosuchtld",
        "secret@exa mple.com",
        "secret@example..com",
        "secret@example.com.",
        "sec ret@example.com",
        "secret\u0000@example.com",
        "secret\u200b@example.com",
        "secret\ud800@example.com",
        "Secret <secret@example.com>"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String typed) {
    Throwable refusal = catchThrowable(() -> EmailAddress.parse(typed));
    assertThat(refusal).isInstanceOf(IllegalArgumentException.class).hasNoCause();
    assertThat(refusal.getMessage()).doesNotContainIgnoringCase("secret");
  }

  @Test
  void twoHundredAndFiftyFourCharactersAreTheMost() {
    String labels = ("d".repeat(59) + ".").repeat(3);
    String longest = "l".repeat(64) + "@" + labels + "d.example";
    assertThat(longest).hasSize(254);
    assertThat(EmailAddress.parse(longest).value()).isEqualTo(longest);
    assertTooLong("l".repeat(64) + "@" + labels + "dd.example");
    assertTooLong("l".repeat(20_000_000));
  }

  @Test
  void theRecordHoldsALowerCaseDomainOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("li@Example.com"));
  }

  private static void assertTooLong(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.parse(typed))
        .withMessage("An e-mail address has at most 254 characters");
  }
}
