package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Money;

class LevelRulesTest {

  private static final ProgrammeTerms TERMS =
      terms(List.of(level("silver", 100), level("gold", 500)), List.of());

  @ParameterizedTest
  @CsvSource({
    ",0,stays",
    ",99,stays",
    ",100,silver",
    ",500,gold",
    "silver,100,stays",
    "silver,499,stays",
    "silver,99,none",
    "gold,499,silver",
    "gold,0,none",
    "platinum,600,gold",
    "platinum,1,none"
  })
  void theHighestLevelThatIsReachedIsTheMembers(
      @Nullable String present, long qualifying, String expected) {
    LevelRules.Verdict verdict = LevelRules.judge(TERMS, present, qualifying);

    assertThat(verdict)
        .isEqualTo(
            switch (expected) {
              case "stays" -> new LevelRules.Stays();
              case "none" -> new LevelRules.Becomes(null);
              default -> new LevelRules.Becomes(expected);
            });
  }

  @Test
  void termsThatContradictThemselvesAreTold() {
    ProgrammeTerms terms =
        new ProgrammeTerms(
            1,
            28,
            SpentPointsRule.CAPPED,
            365,
            List.of(level("silver", 100), level("silver", 100)),
            List.of(
                rule(EarnRuleKind.AMOUNT, 1, null, null, null),
                rule(EarnRuleKind.AMOUNT, 101, Money.of("1.00", "CNY"), null, null),
                rule(EarnRuleKind.FREQUENCY, 1, null, 3, null),
                rule(EarnRuleKind.QUANTITY, 1, Money.of("1.00", "CNY"), null, null)),
            null);

    assertThat(terms.contradictions("/terms"))
        .extracting(FieldProblem::pointer)
        .containsExactly(
            "/terms/pendingDays",
            "/terms/levels/1/code",
            "/terms/levels/1/threshold",
            "/terms/rules/0/per",
            "/terms/rules/1/per",
            "/terms/rules/2/every",
            "/terms/rules/3/per");
    assertThat(TERMS.contradictions("/terms")).isEmpty();
  }

  private static EarnRule rule(
      EarnRuleKind kind,
      int points,
      @Nullable Money per,
      @Nullable Integer every,
      @Nullable Integer withinDays) {
    return new EarnRule(kind, points, per, every, withinDays, List.of(), List.of(), null, null);
  }

  private static LoyaltyLevel level(String code, long threshold) {
    return new LoyaltyLevel(code, code, threshold, Fraction.ONE, List.of());
  }

  private static ProgrammeTerms terms(List<LoyaltyLevel> levels, List<EarnRule> rules) {
    return new ProgrammeTerms(12, 0, SpentPointsRule.CAPPED, 365, levels, rules, null);
  }
}
