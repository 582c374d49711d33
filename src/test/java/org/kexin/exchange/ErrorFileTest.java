package org.kexin.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void whatASpreadsheetWouldRunBecomesText(String cell) {
    assertThat(ErrorFile.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "536365,85123A", "{\"name\":\"=1\"}", "a=1"})
  void otherTextStaysAsItWas(String cell) {
    assertThat(ErrorFile.harmless(cell)).isEqualTo(cell);
  }
}
