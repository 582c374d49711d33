package org.kexin.analysis.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.retention.RetentionResult.Cohort;

/**
 * Which cells of a table of cohorts may be shown. A cell is a month of a cohort.
 *
 * <p>Held back is a cell of fewer than k customers, and one that leaves fewer than k of its cohort
 * away. Others are held back with it, because sums are known: all customers of a month are those of
 * its column, and all customers at all are the sizes of the cohorts. So in each such sum either
 * nothing is missing, or two cells or more that have k customers together. Without its size a
 * cohort shows nothing, since a share would tell the size.
 */
final class ShownCells {

  private final List<Cohort> cohorts;
  private final SmallGroups groups;
  private final boolean[][] hidden;

  /** One cell of the table. */
  private record Cell(int cohort, int monthsAfter) {

    boolean isSize() {
      return monthsAfter == 0;
    }
  }

  private ShownCells(List<Cohort> cohorts, SmallGroups groups) {
    this.cohorts = cohorts;
    this.groups = groups;
    this.hidden = new boolean[cohorts.size()][];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = new boolean[cohorts.get(i).months().size()];
    }
  }

  /**
   * @param cohorts of consecutive months, each with every month from its own to the last one
   */
  static ShownCells of(List<Cohort> cohorts, SmallGroups groups) {
    ShownCells shown = new ShownCells(cohorts, groups);
    if (!groups.individualsAllowed()) {
      shown.hideTooSmall();
      // A size that is hidden for one sum can leave another with a single gap. Ends at the latest
      // when everything is hidden.
      boolean again = true;
      while (again) {
        again = shown.hideMore();
      }
    }
    return shown;
  }

  /** Whether the size of a cohort, by its place, may be shown. */
  boolean showsSize(int cohort) {
    return shows(cohort, 0);
  }

  /** Whether the figures of a cohort so many months after its own may be shown. */
  boolean shows(int cohort, int monthsAfter) {
    return !hidden[cohort][monthsAfter];
  }

  /** Whether every month of a cohort may be shown, and so their sum. */
  boolean showsWhole(int cohort) {
    for (boolean cell : hidden[cohort]) {
      if (cell) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing at all is held back. */
  boolean showsAll() {
    for (int i = 0; i < hidden.length; i++) {
      if (!showsWhole(i)) {
        return false;
      }
    }
    return true;
  }

  private void hideTooSmall() {
    for (int i = 0; i < hidden.length; i++) {
      long size = cohorts.get(i).size();
      for (int k = 0; k < hidden[i].length; k++) {
        long customers = customers(new Cell(i, k));
        if (!groups.shows(customers) || !groups.shows(size - customers)) {
          hide(new Cell(i, k));
        }
      }
    }
  }

  private void hide(Cell cell) {
    hidden[cell.cohort][cell.monthsAfter] = true;
    if (cell.isSize()) {
      Arrays.fill(hidden[cell.cohort], true);
    }
  }

  /** Hides what each sum asks for, and tells whether that was anything. */
  private boolean hideMore() {
    boolean more = false;
    for (int month = 1; month < hidden.length; month++) {
      more |= complete(column(month));
    }
    return complete(sizes()) || more;
  }

  /** The cells of one month of the calendar, by its place; the last one is a size. */
  private List<Cell> column(int month) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i <= month; i++) {
      cells.add(new Cell(i, month - i));
    }
    return cells;
  }

  private List<Cell> sizes() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < hidden.length; i++) {
      cells.add(new Cell(i, 0));
    }
    return cells;
  }

  /** Hides the least of the other cells of a sum from which what is hidden could be told. */
  private boolean complete(List<Cell> sum) {
    boolean more = false;
    while (tells(sum)) {
      Optional<Cell> least =
          sum.stream()
              .filter(cell -> !isHidden(cell) && mayHelp(cell))
              // A size last, since its whole cohort goes with it; an empty cell only if need be.
              .min(
                  Comparator.comparing(Cell::isSize)
                      .thenComparing(cell -> customers(cell) == 0)
                      .thenComparingLong(this::customers)
                      .thenComparingInt(Cell::cohort));
      if (least.isEmpty()) {
        return more;
      }
      hide(least.get());
      more = true;
    }
    return more;
  }

  private boolean tells(List<Cell> sum) {
    List<Cell> missing = sum.stream().filter(this::isHidden).toList();
    long customers = missing.stream().mapToLong(this::customers).sum();
    return missing.size() == 1 || !groups.shows(customers);
  }

  /** The first cohort is all customers of its month, which other analyses tell. */
  private static boolean mayHelp(Cell cell) {
    return cell.cohort > 0 || !cell.isSize();
  }

  private boolean isHidden(Cell cell) {
    return hidden[cell.cohort][cell.monthsAfter];
  }

  private long customers(Cell cell) {
    return cohorts.get(cell.cohort).months().get(cell.monthsAfter).customers();
  }
}
