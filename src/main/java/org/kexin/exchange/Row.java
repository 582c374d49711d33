package org.kexin.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A record of a file.
 *
 * @param number among the records of the file, from 1, the header not counted
 * @param line of the file on which it begins, from 1
 * @param text the whole record as it stands in the file
 * @param columns where each column's value stands; empty for NDJSON
 * @param values of a CSV record; empty for NDJSON
 */
record Row(long number, long line, String text, Map<String, Integer> columns, List<String> values)
    implements FileRow {

  /** The value of a column that the header was checked to have; empty where nothing is given. */
  String value(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("The kind does not declare the column " + column);
    }
    return values.get(index);
  }

  /** Whether the record came from a CSV file. */
  boolean isCsv() {
    return !columns.isEmpty();
  }

  /**
   * What {@code reader} makes of those records that it can use, in their order; the others are
   * added to {@code refusals}.
   */
  static <T> Map<Row, T> read(List<Row> rows, Function<Row, T> reader, List<Refusal> refusals) {
    Map<Row, T> read = new LinkedHashMap<>();
    for (Row row : rows) {
      try {
        read.put(row, reader.apply(row));
      } catch (RefusedRowException unusable) {
        refusals.add(unusable.refusalOf(row));
      }
    }
    return read;
  }

  /** This record, not used for a reason. */
  Refusal refused(String code, String detail) {
    return new Refusal(number, line, code, detail, text);
  }
}
