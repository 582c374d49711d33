package org.kexin.customer.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.customer.Source;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.KeysForTests;

class FinancialStatementTest {

  private static final UUID CUSTOMER = UUID.fromString("0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d");
  private static final StatementPeriod YEAR =
      new StatementPeriod(LocalDate.parse("2025-12-31"), 12);
  private static final ReportedFigures FIGURES =
      new ReportedFigures(
          "500", null, null, null, "250", null, null, "1500", null, null, null, "-90.5");

  private final DataKey key = KeysForTests.dataKey(CUSTOMER);
  private final FinancialStatement statement = statement(YEAR, "CNY");

  @Test
  void itOpensWithTheKeyOfItsCustomerAlone() {
    assertThat(statement.open(key)).isEqualTo(FIGURES);

    assertThatThrownBy(() -> statement.open(KeysForTests.dataKey(CUSTOMER)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itSaysTheSameWhereEveryMemberIsTheSame() {
    assertThat(statement.says(key, document("CNY", FIGURES))).isTrue();
    assertThat(statement.says(key, document("USD", FIGURES))).isFalse();
    assertThat(statement.says(key, document("CNY", ReportedFigures.NONE))).isFalse();
  }

  private FinancialStatement statement(StatementPeriod period, String currency) {
    return new FinancialStatement(
        CUSTOMER, CUSTOMER, period, key, document(currency, FIGURES), Instant.EPOCH, "somebody");
  }

  private static NewFinancialStatement document(String currency, ReportedFigures figures) {
    return new NewFinancialStatement(currency, StatementBasis.AUDITED, Source.NEGOTIATION, figures);
  }
}
