package org.kexin.analysis.algorithm.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.TextHash;
import org.kexin.analysis.algorithm.TextHash.Lane;

/**
 * Reads a table row by row and measures it. Memory does not grow with the rows but for what tells
 * repeated rows and values apart, 24 to 48 bytes for each different one up to the bounds of the
 * rules; no value is kept. Not thread-safe.
 */
public final class TableProfiler {

  private static final int INTERRUPT_CHECK = 0xFFFF;

  private final List<ColumnCounts> columns = new ArrayList<>();
  private final List<DomainCounts> domains = new ArrayList<>();
  private final List<DocumentCounts> documents = new ArrayList<>();
  private final List<DateCounts> dates = new ArrayList<>();
  private final DistinctCounter differentRows;
  private long rows;
  private long raggedRows;

  /**
   * @param names of the columns, in their order
   * @throws IllegalArgumentException if two columns have one name, or a rule names a column that
   *     there is not
   */
  public TableProfiler(List<String> names, QualityRules rules) {
    Map<String, Integer> places = new HashMap<>();
    for (String name : names) {
      if (places.put(name, places.size()) != null) {
        throw new IllegalArgumentException("two columns " + name);
      }
      columns.add(new ColumnCounts(name, rules));
    }
    for (QualityRules.Validity rule : rules.validity()) {
      place(places, rule.column());
    }
    for (QualityRules.Domain rule : rules.domains()) {
      domains.add(new DomainCounts(rule, place(places, rule.column())));
    }
    Map<Integer, List<QualityRules.Document>> kinds = new HashMap<>();
    for (QualityRules.Document rule : rules.documents()) {
      kinds.computeIfAbsent(place(places, rule.column()), none -> new ArrayList<>()).add(rule);
    }
    for (QualityRules.Document rule : rules.documents()) {
      int place = place(places, rule.column());
      List<QualityRules.Document> ofColumn = kinds.getOrDefault(place, List.of());
      documents.add(new DocumentCounts(rule, place, ofColumn, rules.mostDistinct()));
    }
    for (QualityRules.Dates rule : rules.dates()) {
      dates.add(new DateCounts(rule, place(places, rule.column())));
    }
    differentRows = new DistinctCounter(rules.mostRows());
  }

  private static int place(Map<String, Integer> places, String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return place;
  }

  /**
   * Adds the next row.
   *
   * @param values in the order of the columns
   * @throws CancellationException if the thread is interrupted, looked at every 65,536 rows
   */
  public void add(@Nullable String... values) {
    if ((rows & INTERRUPT_CHECK) == INTERRUPT_CHECK && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the reading was interrupted");
    }
    rows++;
    raggedRows += values.length == columns.size() ? 0 : 1;
    long first = 0;
    long second = 0;
    for (int c = 0; c < columns.size(); c++) {
      String value = present(values, c);
      long firstOfValue = value == null ? 0 : TextHash.of(value, Lane.FIRST);
      long secondOfValue = value == null ? 0 : TextHash.of(value, Lane.SECOND);
      columns.get(c).add(value, firstOfValue, secondOfValue);
      first = TextHash.join(first, firstOfValue, Lane.FIRST);
      second = TextHash.join(second, secondOfValue, Lane.SECOND);
    }
    differentRows.add(first, second);
    domains.forEach(domain -> domain.add(present(values, domain.place())));
    documents.forEach(kind -> kind.add(present(values, kind.place())));
    dates.forEach(column -> column.add(present(values, column.place())));
  }

  private static @Nullable String present(@Nullable String[] values, int place) {
    String value = place < values.length ? values[place] : null;
    return value == null || value.isBlank() ? null : value;
  }

  /** The profile of the rows added so far. */
  public TableProfile finish() {
    return new TableProfile(
        rows,
        raggedRows,
        differentRows.isExact()
            ? Measure.of(rows - differentRows.count().count())
            : Measure.missing(TableProfile.TOO_MANY_ROWS),
        duplicateShare(),
        columns.stream().map(column -> column.finish(rows)).toList(),
        domains.stream().map(DomainCounts::finish).toList(),
        documents.stream().map(DocumentCounts::finish).toList(),
        dates.stream().map(DateCounts::finish).toList());
  }

  private Measure<Double> duplicateShare() {
    if (rows == 0) {
      return Measure.missing(TableProfile.NO_ROWS);
    }
    return differentRows.isExact()
        ? Measure.of((double) (rows - differentRows.count().count()) / rows)
        : Measure.missing(TableProfile.TOO_MANY_ROWS);
  }
}
