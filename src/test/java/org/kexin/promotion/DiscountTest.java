package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.shared.Money;

class DiscountTest {

  @ParameterizedTest
  @CsvSource({
    "10,    CNY, 99.95,  10.00", // 9.995 is half up
    "10,    CNY, 99.94,   9.99",
    "12.5,  CNY, 0.04,    0.01", // 0.005 is half up
    "33.33, CNY, 10,      3.33",
    "100,   CNY, 12.34,  12.34",
    "50,    CNY, 0.005,   0", // 0.0025
    "10,    JPY, 995,   100", // 99.5 yen
    "10,    JPY, 994,    99",
    "10,    BHD, 0.005,   0.001", // three decimals
  })
  void aPercentageIsRoundedHalfUpToTheMinorUnit(
      String percent, String currency, String base, String off) {
    assertThat(new Discount(percent, null).of(Money.of(base, currency)))
        .isEqualTo(Money.of(off, currency));
  }

  @Test
  void anAmountIsNeverAboveWhatItIsFor() {
    Discount twenty = new Discount(null, Money.of("20", "CNY"));

    assertThat(twenty.of(Money.of("19.99", "CNY"))).isEqualTo(Money.of("19.99", "CNY"));
    assertThat(twenty.of(Money.of("20.01", "CNY"))).isEqualTo(Money.of("20", "CNY"));
    assertThat(new Discount("100", null).of(Money.of("0.005", "CNY")))
        .as("rounded it would be a whole minor unit")
        .isEqualTo(Money.of("0.005", "CNY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "100.01", "101", "1e1", "-5", "12.345", ""})
  void whatIsNoPercentageIsRefused(String percent) {
    assertThatThrownBy(() -> new Discount(percent, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsAPercentageOrAWholeAmount() {
    assertThatThrownBy(() -> new Discount(null, null)).hasMessageContaining("or an amount");
    assertThatThrownBy(() -> new Discount("5", Money.of("5", "CNY")))
        .hasMessageContaining("or an amount");
    assertThatThrownBy(() -> new Discount(null, Money.of("0", "CNY")))
        .hasMessageContaining("above zero");
    assertThatThrownBy(() -> new Discount(null, Money.of("0.005", "CNY")))
        .hasMessageContaining("whole minor units");
  }

  @Test
  void itsShareIsComparedAtAPrice() {
    assertThat(new Discount("12.5", null).share(null)).isEqualByComparingTo("0.125");
    assertThat(new Discount(null, Money.of("20", "CNY")).share(Money.of("60", "CNY")))
        .isEqualByComparingTo("0.333333");
    assertThat(new Discount(null, Money.of("20", "CNY")).share(Money.of("10", "CNY")))
        .isEqualByComparingTo("1");
  }

  /** Against an independent way of rounding: in whole cents, by integers. */
  @Property
  void aPercentageAgreesWithWholeNumbers(
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long cents,
      @ForAll @IntRange(min = 1, max = 10_000) int hundredths) {
    long expected = Math.min((cents * hundredths + 5_000) / 10_000, cents);

    Money discount =
        new Discount(BigDecimal.valueOf(hundredths, 2).toPlainString(), null)
            .of(Money.of(BigDecimal.valueOf(cents, 2).toPlainString(), "CNY"));

    assertThat(discount.amount().movePointRight(2).longValueExact()).isEqualTo(expected);
  }
}
