package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.audit.Justification;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** Which headers are reasons. */
class BreakGlassReasonTest {

  @Test
  void aReasonInAsciiIsTakenAsItStands() {
    assertThat(BreakGlassReason.parse("Call-back on case 4711 + 4712, colleague is ill"))
        .isEqualTo(
            new Justification(
                Justification.Kind.BREAK_GLASS, "Call-back on case 4711 + 4712, colleague is ill"));
  }

  @Test
  void aReasonInChineseIsPercentEncoded() {
    assertThat(
            BreakGlassReason.parse(
                    "%E5%AE%A2%E6%88%B7%E6%9D%A5%E7%94%B5%E6%8A%95%E8%AF%89%EF%BC%8C%E5%90%8C"
                        + "%E4%BA%8B%E7%97%85%E5%81%87")
                .text())
        .isEqualTo("客户来电投诉，同事病假");
  }

  @Test
  void lengthIsCountedInCharactersAfterDecoding() {
    assertThat(BreakGlassReason.parse("%E5%AE%A2".repeat(10)).text()).isEqualTo("客".repeat(10));
    assertThat(BreakGlassReason.parse("x".repeat(200)).text()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "too short",
        "         x         ",
        "%E5%AE%A2%E6%88%B7%E6%9D%A5",
        "客户来电投诉，同事病假，请查",
        "broken percent %E5%A",
        "no digits after it %zz",
        "not UTF-8 at all %ff%fe",
        "a second line%0Ais a second record",
        "a control character %00"
      })
  void whatIsNoReasonIsRefused(String header) {
    refused(header);
  }

  @Test
  void aReasonOfMoreThan200CharactersIsRefused() {
    refused("x".repeat(201));
  }

  private static void refused(String header) {
    assertThatThrownBy(() -> BreakGlassReason.parse(header))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
              assertThat(refusal.errors())
                  .singleElement()
                  .satisfies(error -> assertThat(error.pointer()).isEqualTo("Break-Glass-Reason"));
            });
  }
}
