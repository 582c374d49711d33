package org.kexin.analysis.algorithm.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;

/**
 * Two attributes counted against each other.
 *
 * @param n rows with a value of both
 * @param rowMissing rows without a value of the first attribute only
 * @param columnMissing rows without a value of the second attribute only
 * @param bothMissing rows without either; two missing values are not equal, so they are no category
 * @param columns of the second attribute, totals descending, ties by value
 * @param rows of the first attribute, totals descending, ties by value
 * @param independence the test of whether the attributes have to do with each other; missing when
 *     there are too many values or one attribute has only one
 */
public record CrossTab(
    long n,
    long rowMissing,
    long columnMissing,
    long bothMissing,
    List<Total> columns,
    List<Row> rows,
    Measure<Independence> independence) {

  /** Name and version for the answer. */
  public static final String METHOD = "cross-tab/1 (exact counts)";

  public CrossTab {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A value with its number of rows, at least 1. */
  public record Total(String value, long count) {}

  /**
   * One value of the first attribute.
   *
   * @param cells one per column, in the order of the columns
   */
  public record Row(String value, long count, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One pair of values.
   *
   * @param count 0 or more
   * @param rowShare of the row's count, 0 to 1
   * @param columnShare of the column's count, 0 to 1
   */
  public record Cell(long count, double rowShare, double columnShare) {}

  /** Counts pairs in one pass, in any order. Not thread-safe. */
  public static final class Accumulator {
    private static final Comparator<Total> MOST_FIRST =
        Comparator.comparingLong(Total::count).reversed().thenComparing(Total::value);

    private final int limit;
    private final Map<String, Counts> rows = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private boolean tooMany;
    private long n;
    private long rowMissing;
    private long columnMissing;
    private long bothMissing;

    private static final class Counts {
      private long[] cells = new long[4];

      void add(int column) {
        if (column >= cells.length) {
          cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
        }
        cells[column]++;
      }

      long of(int column) {
        return column < cells.length ? cells[column] : 0;
      }

      long total() {
        return Arrays.stream(cells).sum();
      }
    }

    /**
     * Begins without rows.
     *
     * @param limit most different values of either attribute, 1 to 1,000
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public Accumulator(int limit) {
      Categories.checkLimit(limit);
      if (limit > 1_000) {
        throw new IllegalArgumentException("a cross-tab has at most 1000 values a side: " + limit);
      }
      this.limit = limit;
    }

    /** Counts one row. */
    public void add(@Nullable String row, @Nullable String column) {
      if (row == null || row.isBlank()) {
        if (Categories.isMissing(column)) {
          bothMissing++;
        } else {
          rowMissing++;
        }
      } else if (column == null || column.isBlank()) {
        columnMissing++;
      } else {
        n++;
        count(row, column);
      }
    }

    private void count(String row, String column) {
      if (tooMany) {
        return;
      }
      Integer index = columns.get(column);
      Counts counts = rows.get(row);
      if ((index == null && columns.size() == limit) || (counts == null && rows.size() == limit)) {
        tooMany = true;
        rows.clear();
        columns.clear();
        return;
      }
      if (index == null) {
        index = columns.size();
        columns.put(column, index);
      }
      if (counts == null) {
        counts = new Counts();
        rows.put(row, counts);
      }
      counts.add(index);
    }

    /** What was counted so far. */
    public CrossTab finish() {
      List<Total> columnTotals =
          columns.entrySet().stream()
              .map(
                  entry ->
                      new Total(
                          entry.getKey(),
                          rows.values().stream().mapToLong(row -> row.of(entry.getValue())).sum()))
              .sorted(MOST_FIRST)
              .toList();
      List<Row> table =
          rows.entrySet().stream()
              .map(entry -> new Total(entry.getKey(), entry.getValue().total()))
              .sorted(MOST_FIRST)
              .map(total -> row(total, columnTotals))
              .toList();
      return new CrossTab(
          n,
          rowMissing,
          columnMissing,
          bothMissing,
          columnTotals,
          table,
          tooMany
              ? Measure.missing(Categories.TOO_MANY_CATEGORIES)
              : Independence.of(table, columnTotals, n));
    }

    private Row row(Total total, List<Total> columnTotals) {
      Counts counts = rows.getOrDefault(total.value(), new Counts());
      List<Cell> cells = new ArrayList<>();
      for (Total column : columnTotals) {
        long count = counts.of(columns.getOrDefault(column.value(), 0));
        cells.add(new Cell(count, (double) count / total.count(), (double) count / column.count()));
      }
      return new Row(total.value(), total.count(), cells);
    }
  }
}
