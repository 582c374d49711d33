package org.kexin.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArrayArbitrary;
import org.junit.jupiter.api.Test;

/** What is published of a cross-tab, looked at with the eyes of who wants to know the rest. */
class HeldBackCellsTest {

  private static final int K = 10;

  @Test
  void withoutASmallCellNothingIsHeldBack() {
    assertThat(HeldBackCells.of(new long[][] {{10, 0}, {25, 40}}, K))
        .isEqualTo(new boolean[][] {{false, false}, {false, false}});
  }

  @Test
  void aSmallCellTakesTheCheapestCircleWithIt() {
    assertThat(HeldBackCells.of(new long[][] {{3, 20, 50}, {30, 40, 60}, {70, 80, 90}}, K))
        .isEqualTo(
            new boolean[][] {{true, true, false}, {true, true, false}, {false, false, false}});
  }

  @Test
  void whereACircleNeedsAnEmptyCellTheWholeTableIsHeldBack() {
    assertThat(HeldBackCells.of(new long[][] {{100, 5}, {0, 100}}, K))
        .isEqualTo(new boolean[][] {{true, true}, {true, true}});
  }

  @Property(tries = 500)
  void noHeldBackCellCanBeComputedFromCellsAndSums(@ForAll("tables") long[][] counts) {
    boolean[][] held = HeldBackCells.of(counts, K);
    List<int[]> unknown = unknown(held);
    double[][] equations = equations(unknown, counts.length, counts[0].length);
    int rank = rank(equations);
    for (int i = 0; i < unknown.size(); i++) {
      double[] alone = new double[unknown.size()];
      alone[i] = 1;
      double[][] more = Arrays.copyOf(equations, equations.length + 1);
      more[equations.length] = alone;
      // A cell that follows from the equations adds nothing to them.
      assertThat(rank(more)).as(Arrays.deepToString(counts)).isEqualTo(rank + 1);
    }
  }

  @Property(tries = 500)
  void noCellOfFewIsShownNorAnyRestOfFew(@ForAll("tables") long[][] counts) {
    boolean[][] held = HeldBackCells.of(counts, K);
    long[] rowRest = new long[counts.length];
    long[] columnRest = new long[counts[0].length];
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        if (held[row][column]) {
          rowRest[row] += counts[row][column];
          columnRest[column] += counts[row][column];
        } else {
          assertThat(counts[row][column] == 0 || counts[row][column] >= K).isTrue();
        }
      }
    }
    assertThat(Arrays.stream(rowRest).boxed()).allMatch(rest -> rest == 0 || rest >= K);
    assertThat(Arrays.stream(columnRest).boxed()).allMatch(rest -> rest == 0 || rest >= K);
  }

  /** With sums of k at least, as they are after small groups have joined the others. */
  @Provide
  Arbitrary<long[][]> tables() {
    ArrayArbitrary<Long, long[]> row =
        Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(4, Arbitraries.longs().between(1, 9)),
                Tuple.of(4, Arbitraries.longs().between(10, 60)))
            .array(long[].class)
            .ofSize(5);
    return row.list()
        .ofMinSize(2)
        .ofMaxSize(5)
        .map(rows -> rows.toArray(long[][]::new))
        .filter(HeldBackCellsTest::hasLargeSums);
  }

  private static boolean hasLargeSums(long[][] counts) {
    for (int column = 0; column < counts[0].length; column++) {
      int at = column;
      if (Arrays.stream(counts).mapToLong(row -> row[at]).sum() < K) {
        return false;
      }
    }
    return Arrays.stream(counts).allMatch(row -> Arrays.stream(row).sum() >= K);
  }

  private static List<int[]> unknown(boolean[][] held) {
    List<int[]> unknown = new ArrayList<>();
    for (int row = 0; row < held.length; row++) {
      for (int column = 0; column < held[row].length; column++) {
        if (held[row][column]) {
          unknown.add(new int[] {row, column});
        }
      }
    }
    return unknown;
  }

  private static double[][] equations(List<int[]> unknown, int rows, int columns) {
    double[][] equations = new double[rows + columns][unknown.size()];
    for (int i = 0; i < unknown.size(); i++) {
      equations[unknown.get(i)[0]][i] = 1;
      equations[rows + unknown.get(i)[1]][i] = 1;
    }
    return equations;
  }

  private static int rank(double[][] matrix) {
    double[][] rows = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    int rank = 0;
    for (int column = 0; rows.length > 0 && column < rows[0].length; column++) {
      int pivot = rank;
      while (pivot < rows.length && Math.abs(rows[pivot][column]) < 1e-9) {
        pivot++;
      }
      if (pivot == rows.length) {
        continue;
      }
      double[] taken = rows[pivot];
      rows[pivot] = rows[rank];
      rows[rank] = taken;
      for (int row = rank + 1; row < rows.length; row++) {
        double times = rows[row][column] / taken[column];
        for (int i = column; i < taken.length; i++) {
          rows[row][i] -= times * taken[i];
        }
      }
      rank++;
    }
    return rank;
  }
}
