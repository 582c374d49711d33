package org.kexin.analysis.distribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a table of counts must be held back where its row and column sums are shown, so
 * that no cell of fewer than k can be computed from what is shown.
 *
 * <p>Held-back cells are the edges of a graph between rows and columns. One of them can be computed
 * if and only if it is a bridge, which lies on no circle (D. Gusfield, A graph theoretic approach
 * to statistical data security, 1988); around a circle of cells above zero one can be added and
 * taken away in turns. So bridges get company, the cheapest there is. Moreover the held-back cells
 * of a row or column add up to k at least, since the sums give away what they come to together.
 * Zero cells are shown, or else circles through them would turn one way only; where circles need
 * them, the whole table is held back.
 */
final class HeldBackCells {

  private final long[][] counts;
  private final int smallest;
  private final boolean[][] held;

  private HeldBackCells(long[][] counts, int smallest) {
    this.counts = counts;
    this.smallest = smallest;
    this.held = new boolean[counts.length][counts.length == 0 ? 0 : counts[0].length];
  }

  /**
   * The cells to hold back.
   *
   * @param counts by row and column, all rows alike long, each row and column adding up to k at
   *     least
   * @param smallest k
   */
  static boolean[][] of(long[][] counts, int smallest) {
    HeldBackCells cells = new HeldBackCells(counts, smallest);
    cells.holdSmall();
    while (cells.holdForSums() || cells.holdForBridge()) {
      // Each step holds back more, so this ends.
    }
    return cells.held;
  }

  private void holdSmall() {
    for (int row = 0; row < held.length; row++) {
      for (int column = 0; column < held[row].length; column++) {
        held[row][column] = counts[row][column] > 0 && counts[row][column] < smallest;
      }
    }
  }

  /** Whether another cell had to be held back so that a line adds up to k. */
  private boolean holdForSums() {
    int rows = held.length;
    int columns = rows == 0 ? 0 : held[0].length;
    for (int line = 0; line < rows + columns; line++) {
      long sum = 0;
      int cheapest = -1;
      int length = line < rows ? columns : rows;
      for (int i = 0; i < length; i++) {
        int row = line < rows ? line : i;
        int column = line < rows ? i : line - rows;
        if (held[row][column]) {
          sum += counts[row][column];
        } else if (counts[row][column] > 0
            && (cheapest < 0 || counts[row][column] < at(line, cheapest))) {
          cheapest = i;
        }
      }
      if (sum > 0 && sum < smallest && cheapest >= 0) {
        held[line < rows ? line : cheapest][line < rows ? cheapest : line - rows] = true;
        return true;
      }
    }
    return false;
  }

  private long at(int line, int i) {
    return line < held.length ? counts[line][i] : counts[i][line - held.length];
  }

  /** Whether another cell had to be held back so that one cannot be computed. */
  private boolean holdForBridge() {
    boolean changed = false;
    for (int row = 0; row < held.length; row++) {
      for (int column = 0; column < held[row].length; column++) {
        if (held[row][column] && isBridge(row, column)) {
          List<int[]> circle = circle(row, column, false);
          if (circle == null) {
            Arrays.stream(held).forEach(whole -> Arrays.fill(whole, true));
            return false;
          }
          circle.forEach(cell -> held[cell[0]][cell[1]] = true);
          changed = true;
        }
      }
    }
    return changed;
  }

  private boolean isBridge(int row, int column) {
    return circle(row, column, true) == null;
  }

  /**
   * The cells that close a circle with this one, at the least cost in customers not shown; null if
   * there are none.
   *
   * @param heldOnly whether only cells that are held back already may be used
   */
  private @Nullable List<int[]> circle(int row, int column, boolean heldOnly) {
    int rows = held.length;
    int columns = held[0].length;
    long[] cost = new long[rows + columns];
    int[] before = new int[rows + columns];
    Arrays.fill(cost, Long.MAX_VALUE);
    PriorityQueue<long[]> next =
        new PriorityQueue<>(
            Comparator.<long[]>comparingLong(it -> it[0]).thenComparingLong(it -> it[1]));
    cost[row] = 0;
    before[row] = -1;
    next.add(new long[] {0, row});
    while (!next.isEmpty()) {
      long[] nearest = next.remove();
      int node = (int) nearest[1];
      if (node == rows + column) {
        break;
      }
      int others = node < rows ? columns : rows;
      for (int i = 0; i < others; i++) {
        int r = node < rows ? node : i;
        int c = node < rows ? i : node - rows;
        boolean usable = held[r][c] || (!heldOnly && counts[r][c] > 0);
        if (usable && !(r == row && c == column)) {
          int other = node < rows ? rows + i : i;
          long far = cost[node] + (held[r][c] ? 0 : counts[r][c]);
          if (far < cost[other]) {
            cost[other] = far;
            before[other] = node;
            next.add(new long[] {far, other});
          }
        }
      }
    }
    return cost[rows + column] == Long.MAX_VALUE ? null : path(before, rows + column, rows);
  }

  private static List<int[]> path(int[] before, int end, int rows) {
    Deque<int[]> cells = new ArrayDeque<>();
    for (int node = end; before[node] >= 0; node = before[node]) {
      int other = before[node];
      cells.addFirst(node < rows ? new int[] {node, other - rows} : new int[] {other, node - rows});
    }
    return new ArrayList<>(cells);
  }
}
