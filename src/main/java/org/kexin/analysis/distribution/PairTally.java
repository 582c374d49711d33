package org.kexin.analysis.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.distribution.Categories;
import org.kexin.analysis.algorithm.distribution.CrossTab;
import org.kexin.analysis.algorithm.distribution.Independence;
import org.kexin.customer.CustomerFact;

/**
 * Counts pairs of values. Those of whom a value is not known are a group of their own, so that row
 * and column sums are those of the distributions and nothing can be subtracted; the test of
 * association leaves them out. Not thread-safe.
 */
final class PairTally {

  private static final int MOST_VALUES = 50;
  private static final String CELLS_HELD_BACK = "CELLS_HELD_BACK";

  private final Attribute rows;
  private final Attribute columns;
  private final int year;
  private final CrossTab.Accumulator known = new CrossTab.Accumulator(MOST_VALUES);
  private final Map<GroupLabel, Map<GroupLabel, Long>> cells = new TreeMap<>(GroupLabel.BY_NAME);
  private final Map<GroupLabel, Long> rowSums = new TreeMap<>(GroupLabel.BY_NAME);
  private final Map<GroupLabel, Long> columnSums = new TreeMap<>(GroupLabel.BY_NAME);
  private long customers;

  PairTally(Attribute rows, Attribute columns, int year) {
    this.rows = rows;
    this.columns = columns;
    this.year = year;
  }

  void add(CustomerFact customer) {
    customers++;
    String row = rows.of(customer, year);
    String column = columns.of(customer, year);
    known.add(row, column);
    if (!isTooMany()) {
      GroupLabel rowLabel = label(row);
      GroupLabel columnLabel = label(column);
      cells
          .computeIfAbsent(rowLabel, unseen -> new TreeMap<>(GroupLabel.BY_NAME))
          .merge(columnLabel, 1L, Long::sum);
      rowSums.merge(rowLabel, 1L, Long::sum);
      columnSums.merge(columnLabel, 1L, Long::sum);
    }
  }

  private static GroupLabel label(@Nullable String value) {
    return (value == null || value.isBlank()) ? GroupLabel.MISSING : GroupLabel.of(value);
  }

  /** One more than the values, for those of whom it is not known. */
  private boolean isTooMany() {
    return rowSums.size() > MOST_VALUES + 1 || columnSums.size() > MOST_VALUES + 1;
  }

  long customers() {
    return customers;
  }

  CrossTabView view(About about, SmallGroups groups) {
    if (!groups.shows(customers)) {
      return empty(about, null, GroupTally.TOO_FEW_CUSTOMERS);
    }
    CrossTab tab = known.finish();
    if (isTooMany() || Categories.TOO_MANY_CATEGORIES.equals(tab.independence().reason())) {
      return empty(about, customers, Categories.TOO_MANY_CATEGORIES.code());
    }
    Folded folded = fold(groups);
    boolean[][] held =
        groups.individualsAllowed()
            ? new boolean[folded.counts.length][folded.columns.size()]
            : HeldBackCells.of(folded.counts, groups.smallestGroup());
    boolean whole =
        !anyOf(held)
            && !folded.rows.contains(GroupLabel.OTHERS)
            && !folded.columns.contains(GroupLabel.OTHERS);
    Measure<Independence> test = tab.independence();
    return new CrossTabView(
        about,
        rows.name(),
        columns.name(),
        customers,
        folded.columns.stream()
            .map(label -> new CrossTabView.Total(label, folded.sumOfColumn(label)))
            .toList(),
        rowViews(folded, held),
        whole ? association(tab.n(), test.value()) : null,
        whole ? (test.reason() == null ? null : test.reason().code()) : CELLS_HELD_BACK);
  }

  private CrossTabView empty(About about, @Nullable Long shown, String reason) {
    return new CrossTabView(
        about, rows.name(), columns.name(), shown, List.of(), List.of(), null, reason);
  }

  /** The table as it is shown, small groups among the others. */
  private static final class Folded {
    private final List<GroupLabel> rows;
    private final List<GroupLabel> columns;
    private final long[][] counts;

    Folded(List<GroupLabel> rows, List<GroupLabel> columns, long[][] counts) {
      this.rows = rows;
      this.columns = columns;
      this.counts = counts;
    }

    long sumOfRow(int row) {
      return Arrays.stream(counts[row]).sum();
    }

    long sumOfColumn(GroupLabel label) {
      int column = columns.indexOf(label);
      return Arrays.stream(counts).mapToLong(row -> row[column]).sum();
    }
  }

  private Folded fold(SmallGroups groups) {
    Map<GroupLabel, GroupLabel> rowFold = GroupLabel.folded(rowSums, groups);
    Map<GroupLabel, GroupLabel> columnFold = GroupLabel.folded(columnSums, groups);
    List<GroupLabel> rowLabels = GroupLabel.inOrder(folded(rowSums, rowFold), rows);
    List<GroupLabel> columnLabels = GroupLabel.inOrder(folded(columnSums, columnFold), columns);
    long[][] counts = new long[rowLabels.size()][columnLabels.size()];
    cells.forEach(
        (row, ofRow) ->
            ofRow.forEach(
                (column, count) ->
                    counts[rowLabels.indexOf(rowFold.get(row))][
                            columnLabels.indexOf(columnFold.get(column))] +=
                        count));
    return new Folded(rowLabels, columnLabels, counts);
  }

  private static Map<GroupLabel, Long> folded(
      Map<GroupLabel, Long> sums, Map<GroupLabel, GroupLabel> fold) {
    Map<GroupLabel, Long> folded = new TreeMap<>(GroupLabel.BY_NAME);
    sums.forEach(
        (label, count) -> folded.merge(Objects.requireNonNull(fold.get(label)), count, Long::sum));
    return folded;
  }

  private static boolean anyOf(boolean[][] held) {
    for (boolean[] row : held) {
      for (boolean cell : row) {
        if (cell) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<CrossTabView.Row> rowViews(Folded folded, boolean[][] held) {
    List<CrossTabView.Row> views = new ArrayList<>();
    for (int row = 0; row < folded.rows.size(); row++) {
      List<CrossTabView.Cell> cells = new ArrayList<>();
      for (int column = 0; column < folded.columns.size(); column++) {
        long count = folded.counts[row][column];
        cells.add(
            held[row][column]
                ? new CrossTabView.Cell(null, null, null)
                : new CrossTabView.Cell(
                    count,
                    (double) count / folded.sumOfRow(row),
                    (double) count / folded.sumOfColumn(folded.columns.get(column))));
      }
      views.add(new CrossTabView.Row(folded.rows.get(row), folded.sumOfRow(row), cells));
    }
    return views;
  }

  private static CrossTabView.@Nullable Association association(
      long n, @Nullable Independence found) {
    return found == null
        ? null
        : new CrossTabView.Association(
            n,
            found.chiSquare(),
            found.degreesOfFreedom(),
            found.pValue(),
            found.cramersV(),
            found.zeroCells(),
            found.smallCells(),
            found.warnings().stream().map(warning -> warning.code()).toList());
  }
}
