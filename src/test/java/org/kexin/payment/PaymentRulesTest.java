package org.kexin.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.shared.Money;

/** Whether money may be taken, and how far a transaction is paid. */
class PaymentRulesTest {

  @ParameterizedTest
  @CsvSource({
    "10.00, 0.00, 10.00, Accepted",
    "10.00, 9.99, 0.01, Accepted",
    "10.00, 9.99, 0.02, Exceeds",
    "10.00, 10.00, 0.0001, Exceeds",
    "0.00, 0.00, 0.01, Exceeds"
  })
  void noMoreIsPaidThanIsDue(String due, String paid, String payment, String expected) {
    assertThat(PaymentRules.check(yuan(due), yuan(paid), yuan(payment)).getClass().getSimpleName())
        .isEqualTo(expected);
  }

  @Test
  void currenciesAreNeverSetOff() {
    assertThat(PaymentRules.check(yuan("10.00"), yuan("0.00"), Money.of("1.00", "USD")))
        .isEqualTo(new PaymentRules.OtherCurrency());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "10.00, 0.00, null, NOT_FOLLOWED",
        "10.00, 0.00, 2026-03-31, OPEN",
        "10.00, 3.00, null, PARTLY_PAID",
        "10.00, 3.00, 2026-03-31, PARTLY_PAID",
        "10.00, 3.00, 2026-03-30, OVERDUE",
        "10.00, 0.00, 2026-03-30, OVERDUE",
        "10.00, 10.00, 2026-03-30, PAID",
        "10.00, 12.00, null, PAID",
        "0.00, 0.00, 2026-03-30, PAID"
      },
      nullValues = "null")
  void theLastDayIsInTime(String due, String paid, @Nullable LocalDate dueOn, PaymentState state) {
    assertThat(
            PaymentRules.state(yuan(due), yuan(paid), dueOn, Instant.parse("2026-03-31T23:59:59Z")))
        .isEqualTo(state);
  }

  private static Money yuan(String amount) {
    return Money.of(amount, "CNY");
  }
}
