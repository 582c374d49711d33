package org.kexin.analysis.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.retention.RetentionResult;

/** k is 10. */
class ShownCellsTest {

  private static final SmallGroups ANALYST = new SmallGroups(false, 10);

  /** Rows of a triangle: customers of a cohort in its own month and each one after. */
  private static List<RetentionResult.Cohort> table(int[]... rows) {
    List<RetentionResult.Cohort> cohorts = new ArrayList<>();
    for (int[] row : rows) {
      YearMonth month = YearMonth.of(2024, 1).plusMonths(cohorts.size());
      List<RetentionResult.Activity> months = new ArrayList<>();
      for (int customers : row) {
        months.add(
            new RetentionResult.Activity(
                months.size(),
                month.plusMonths(months.size()),
                customers,
                row[0] == 0
                    ? Measure.missing(RetentionResult.EMPTY_COHORT)
                    : Measure.of((double) customers / row[0]),
                BigDecimal.ZERO,
                true));
      }
      cohorts.add(new RetentionResult.Cohort(month, row[0], BigDecimal.ZERO, true, months));
    }
    return cohorts;
  }

  private static String shown(ShownCells cells, int[]... rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        text.append(cells.shows(i, k) ? "x" : "-");
      }
      text.append(i + 1 < rows.length ? " " : "");
    }
    return text.toString();
  }

  private static String shown(int[]... rows) {
    return shown(ShownCells.of(table(rows), ANALYST), rows);
  }

  @Test
  void largeCellsAreAllShown() {
    assertThat(shown(new int[] {100, 60, 50}, new int[] {80, 40}, new int[] {70}))
        .isEqualTo("xxx xx x");
  }

  @Test
  void aSmallCellTakesTheLeastOtherOfItsMonthWithIt() {
    assertThat(
            shown(
                new int[] {100, 60, 50, 4},
                new int[] {80, 40, 20},
                new int[] {70, 30},
                new int[] {60}))
        .isEqualTo("xxx- xx- xx x");
  }

  /** 95 of 100 came back, so five did not. */
  @Test
  void aCellThatLeavesFewAwayIsHeldBackToo() {
    assertThat(shown(new int[] {100, 60, 95}, new int[] {80, 40}, new int[] {70}))
        .isEqualTo("xx- x- x");
  }

  @Test
  void twoSmallCellsOfTooFewTogetherTakeAThird() {
    assertThat(
            shown(
                new int[] {100, 60, 50, 3},
                new int[] {80, 40, 4},
                new int[] {70, 30},
                new int[] {60}))
        .isEqualTo("xxx- xx- x- x");
  }

  @Test
  void aSmallCohortShowsNothingAndAnotherSizeGoesWithIt() {
    assertThat(
            shown(
                new int[] {100, 60, 50, 40},
                new int[] {6, 0, 0},
                new int[] {70, 30},
                new int[] {60}))
        .isEqualTo("x--x --- x- -");
  }

  @Test
  void whoMaySeeIndividualsSeesEveryCell() {
    int[][] rows = {{100, 1}, {2}};
    ShownCells cells = ShownCells.of(table(rows), new SmallGroups(true, 10));
    assertThat(shown(cells, rows)).isEqualTo("xx x");
    assertThat(cells.showsAll()).isTrue();
  }

  /** Whatever the table, no month has a single gap while another cell of it is shown. */
  @Property(tries = 500)
  void noMonthHasASingleGap(@ForAll @Size(10) List<@IntRange(max = 40) Integer> cells) {
    int[][] rows = new int[4][];
    int next = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new int[rows.length - i];
      for (int k = 0; k < rows[i].length; k++) {
        int drawn = cells.get(next++);
        rows[i][k] = k == 0 ? drawn : Math.min(drawn, rows[i][0]);
      }
    }
    ShownCells shown = ShownCells.of(table(rows), ANALYST);
    for (int month = 1; month < rows.length; month++) {
      int gaps = 0;
      for (int i = 0; i <= month; i++) {
        gaps += shown.shows(i, month - i) ? 0 : 1;
      }
      assertThat(gaps).isNotEqualTo(1);
    }
  }
}
