package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTableTest {

  private static final ScoreRange ALL = new ScoreRange(1, 5);
  private static final ScoreRange LOW = new ScoreRange(1, 2);
  private static final ScoreRange HIGH = new ScoreRange(3, 5);

  @ParameterizedTest
  @CsvSource({
    "5, 5, 5, Champions",
    "4, 3, 3, Loyal",
    "4, 1, 1, Potential Loyalist",
    "2, 2, 2, Need Attention",
    "2, 1, 1, About To Sleep",
    "1, 4, 4, At Risk",
    "1, 1, 1, Lost",
    "1, 1, 5, Others"
  })
  void theFirstRuleThatMatchesDecides(int r, int f, int m, String segment) {
    assertThat(SegmentTable.ofRfmPackage().segmentOf(r, f, m)).isEqualTo(segment);
  }

  @Test
  void theDefaultTableHasThreeRulesThatNeverDecide() {
    assertThat(SegmentTable.ofRfmPackage().shadowed())
        .containsExactly(
            new SegmentTable.ShadowedRule("New", List.of("Potential Loyalist")),
            new SegmentTable.ShadowedRule("Promising", List.of("Potential Loyalist")),
            new SegmentTable.ShadowedRule("Can't Lose", List.of("At Risk")));
  }

  @Test
  void aRuleCoveredByTwoTogetherIsShadowed() {
    SegmentTable table =
        new SegmentTable(
            List.of(
                new SegmentTable.Rule("low", LOW, ALL, ALL),
                new SegmentTable.Rule("high", HIGH, ALL, ALL),
                new SegmentTable.Rule("late", ALL, LOW, LOW)));
    assertThat(table.shadowed())
        .containsExactly(new SegmentTable.ShadowedRule("late", List.of("low", "high")));
  }

  @Test
  void anEmptyTableMakesEverybodyOthers() {
    assertThat(new SegmentTable(List.of()).segmentOf(3, 3, 3)).isEqualTo(SegmentTable.OTHERS);
    assertThat(new SegmentTable(List.of()).shadowed()).isEmpty();
  }

  @Test
  void aTableThatCannotBeMeantIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ScoreRange(0, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new ScoreRange(4, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentTable.Rule(SegmentTable.OTHERS, ALL, ALL, ALL));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SegmentTable(
                    List.of(
                        new SegmentTable.Rule("twice", LOW, ALL, ALL),
                        new SegmentTable.Rule("twice", HIGH, ALL, ALL))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentTable.ofRfmPackage().segmentOf(0, 5, 5));
  }
}
