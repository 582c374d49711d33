package org.kexin.exchange;

import java.util.List;
import java.util.Map;

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

  /** This record, not used for a reason. */
  Refusal refused(String code, String detail) {
    return new Refusal(number, line, code, detail, text);
  }
}
