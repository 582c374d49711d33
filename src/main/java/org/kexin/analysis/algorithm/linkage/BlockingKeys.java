package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.IntColumn;
import org.kexin.analysis.algorithm.TextHash;

/**
 * Reads the blocking keys of rows. Two rows are compared if they share at least one key (the union
 * of the keys: Hernández and Stolfo 1995; Christen 2012, Data Matching, chapter 4), so a field that
 * has an error in one of them does not hide the pair.
 *
 * <p>Keys are kept as hashes of 64 bits. A collision, of which there is one among ten million
 * different keys with a probability of 3 in a million, costs a few pairs that need not have been
 * compared.
 */
public final class BlockingKeys {

  /** Most keys of a row. */
  public static final int MOST_KEYS = 16;

  private static final char PART_END = '\u001F';

  private final List<String> names;
  private final List<KeyTable> tables = new ArrayList<>();
  private final List<IntColumn> blocks = new ArrayList<>();
  private int rows;

  /**
   * @param names one for each key of a row, for the report
   * @throws IllegalArgumentException if there is no name or more than {@value #MOST_KEYS}
   */
  public BlockingKeys(List<String> names) {
    if (names.isEmpty() || names.size() > MOST_KEYS) {
      throw new IllegalArgumentException("1 to 16 blocking keys, not " + names.size());
    }
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      tables.add(new KeyTable());
      blocks.add(new IntColumn());
    }
  }

  /**
   * A key of several parts, such as year and month of birth.
   *
   * @return null if any part is missing or blank: a missing key never blocks
   */
  public static @Nullable String of(@Nullable String... parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      if (part == null || part.isBlank()) {
        return null;
      }
      key.append(part.strip()).append(PART_END);
    }
    return key.toString();
  }

  /**
   * Adds the keys of the next row.
   *
   * @param keys in the order of the names; null or blank if missing
   * @throws IllegalArgumentException if there are not as many keys as names
   */
  public BlockingKeys add(@Nullable String... keys) {
    if (keys.length != names.size()) {
      throw new IllegalArgumentException(names.size() + " keys, not " + keys.length);
    }
    for (int i = 0; i < keys.length; i++) {
      String key = keys[i];
      boolean missing = key == null || key.isBlank();
      blocks
          .get(i)
          .add(
              missing
                  ? BlockIndex.NONE
                  : tables.get(i).numberOf(TextHash.of(key, TextHash.Lane.FIRST)));
    }
    rows++;
    return this;
  }

  /**
   * The pairs within one table.
   *
   * @param mostPairsOfBlock larger blocks are left out and reported, at least 1
   * @throws IllegalArgumentException if the bound is below 1
   */
  public CandidatePairs withinOneTable(long mostPairsOfBlock) {
    return pairs(PairSpace.within(rows), mostPairsOfBlock);
  }

  /**
   * The pairs of one row of a first table and one of a second.
   *
   * @param firstRows how many of the rows are of the first table; they were added first
   * @param mostPairsOfBlock larger blocks are left out and reported, at least 1
   * @throws IllegalArgumentException if there are fewer rows than that, or the bound is below 1
   */
  public CandidatePairs betweenTwoTables(int firstRows, long mostPairsOfBlock) {
    return pairs(PairSpace.between(firstRows, rows), mostPairsOfBlock);
  }

  private CandidatePairs pairs(PairSpace space, long mostPairsOfBlock) {
    if (mostPairsOfBlock < 1) {
      throw new IllegalArgumentException("a block has at least one pair: " + mostPairsOfBlock);
    }
    List<BlockIndex> indexes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      indexes.add(
          new BlockIndex(
              names.get(i),
              blocks.get(i).toArray(),
              tables.get(i).size(),
              space,
              mostPairsOfBlock));
    }
    return new CandidatePairs(space, indexes, mostPairsOfBlock);
  }
}
