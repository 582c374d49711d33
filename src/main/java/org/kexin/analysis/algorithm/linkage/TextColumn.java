package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.IntColumn;

/**
 * The values of one field, by row. A blank text is a missing value, and blanks at the ends of a
 * text do not count; anything else (case, width, script) is the caller's to bring to one form.
 * Memory: four bytes a row, and each different text once. Immutable.
 */
public final class TextColumn {

  private static final int MISSING = -1;

  private final int[] valueOfRow;
  private final List<int[]> texts;
  private final int[] rowsOfValue;
  private final int present;

  private TextColumn(int[] valueOfRow, List<int[]> texts) {
    this.valueOfRow = valueOfRow;
    this.texts = texts;
    this.rowsOfValue = new int[texts.size()];
    int found = 0;
    for (int value : valueOfRow) {
      if (value != MISSING) {
        rowsOfValue[value]++;
        found++;
      }
    }
    this.present = found;
  }

  /** Reads a column row by row. */
  public static final class Accumulator {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> texts = new ArrayList<>();
    private final IntColumn rows = new IntColumn();

    /**
     * Adds the value of the next row.
     *
     * @throws ArithmeticException if there are 2³¹ − 1 rows already
     */
    public Accumulator add(@Nullable String text) {
      rows.add(text == null || text.isBlank() ? MISSING : number(text.strip()));
      return this;
    }

    private int number(String text) {
      Integer known = numbers.get(text);
      if (known != null) {
        return known;
      }
      int number = texts.size();
      numbers.put(text, number);
      texts.add(text.codePoints().toArray());
      return number;
    }

    /** The column of all rows added. */
    public TextColumn finish() {
      return new TextColumn(rows.toArray(), List.copyOf(texts));
    }
  }

  /** A column of these texts. */
  public static TextColumn of(List<? extends @Nullable String> texts) {
    Accumulator accumulator = new Accumulator();
    texts.forEach(accumulator::add);
    return accumulator.finish();
  }

  /** How many rows there are. */
  public int rows() {
    return valueOfRow.length;
  }

  /** How many rows have a value. */
  public int present() {
    return present;
  }

  /** How many pairs of rows have the same value. */
  long pairsOfEqualRows(PairSpace space) {
    BlockIndex equal = new BlockIndex("", valueOfRow.clone(), texts.size(), space, Long.MAX_VALUE);
    return equal.summary().pairs();
  }

  boolean isMissing(int row) {
    return valueOfRow[row] == MISSING;
  }

  /** Whether two rows have the same value; both must have one. */
  boolean same(int left, int right) {
    return valueOfRow[left] == valueOfRow[right];
  }

  /** The code points of a row that has a value; not to be changed. */
  int[] text(int row) {
    return texts.get(valueOfRow[row]);
  }

  /** The share of the rows with a value that have that of this row, which must have one. */
  double share(int row) {
    return (double) rowsOfValue[valueOfRow[row]] / present;
  }
}
