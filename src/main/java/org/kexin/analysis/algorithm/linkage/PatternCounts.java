package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * How often each pattern of agreement occurs among pairs. All that estimation needs of a million
 * pairs is these counts: there are at most ∏ (levels + 1) patterns, and in practice some hundreds.
 * In ascending order of the levels, whatever order the pairs came in. Immutable.
 */
public final class PatternCounts {

  private final List<FieldLevels> fields;
  private final byte[][] levels;
  private final long[] counts;
  private final long pairs;

  /**
   * A field of the patterns.
   *
   * @param levels as of {@link Comparison#levels()}
   */
  public record FieldLevels(String name, int levels) {

    /**
     * @throws IllegalArgumentException if the levels are not 2 to 16
     */
    public FieldLevels {
      if (levels < 2 || levels > Comparison.MOST_LEVELS) {
        throw new IllegalArgumentException("2 to 16 levels, not " + levels);
      }
    }
  }

  /**
   * One pattern.
   *
   * @param levels one for each field; {@link Comparison#MISSING} if there was nothing to compare
   * @param count pairs, at least 1
   */
  public record Pattern(List<Integer> levels, long count) {

    public Pattern {
      levels = List.copyOf(levels);
    }
  }

  private PatternCounts(List<FieldLevels> fields, byte[][] levels, long[] counts) {
    this.fields = fields;
    this.levels = levels;
    this.counts = counts;
    this.pairs = Arrays.stream(counts).sum();
  }

  /** Counts patterns one pair at a time. */
  public static final class Accumulator {
    private final List<FieldLevels> fields;
    private final KeyTable codes = new KeyTable();
    private long[] counts = new long[32];

    /**
     * @throws IllegalArgumentException if there is no field, or there are so many that their
     *     patterns cannot be numbered by a long
     */
    public Accumulator(List<FieldLevels> fields) {
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("a pattern has a field at least");
      }
      long patterns = 1;
      for (FieldLevels field : fields) {
        if (patterns > Long.MAX_VALUE / (field.levels() + 1)) {
          throw new IllegalArgumentException("too many fields: " + fields.size());
        }
        patterns *= field.levels() + 1;
      }
      this.fields = List.copyOf(fields);
    }

    /**
     * Adds one pair.
     *
     * @param levels one for each field, {@link Comparison#MISSING} if missing
     * @throws IllegalArgumentException if there are not as many as fields, or one is no level of
     *     its field
     */
    public void add(int... levels) {
      if (levels.length != fields.size()) {
        throw new IllegalArgumentException(fields.size() + " levels, not " + levels.length);
      }
      long code = 0;
      for (int f = 0; f < levels.length; f++) {
        int bound = fields.get(f).levels();
        if (levels[f] < Comparison.MISSING || levels[f] >= bound) {
          throw new IllegalArgumentException(levels[f] + " is no level of " + fields.get(f).name());
        }
        code = code * (bound + 1) + levels[f] + 1;
      }
      int number = codes.numberOf(code);
      if (number == counts.length) {
        counts = Arrays.copyOf(counts, 2 * number);
      }
      counts[number]++;
    }

    /** The patterns of all pairs added. */
    public PatternCounts finish() {
      long[] sorted = new long[codes.size()];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = codes.key(i);
      }
      Arrays.sort(sorted);
      byte[][] levels = new byte[sorted.length][];
      long[] ordered = new long[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        levels[i] = decoded(sorted[i]);
        ordered[i] = counts[codes.numberOf(sorted[i])];
      }
      return new PatternCounts(fields, levels, ordered);
    }

    private byte[] decoded(long code) {
      byte[] levels = new byte[fields.size()];
      long rest = code;
      for (int f = levels.length - 1; f >= 0; f--) {
        int base = fields.get(f).levels() + 1;
        levels[f] = (byte) (rest % base - 1);
        rest /= base;
      }
      return levels;
    }
  }

  /**
   * Compares all candidate pairs.
   *
   * @param progress told 0 to 1 now and then
   * @throws IllegalArgumentException if there is no field or too many, or a field has other rows
   *     than the pairs
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static PatternCounts of(
      CandidatePairs pairs, List<LinkageField> fields, DoubleConsumer progress) {
    FieldComparisons comparisons = FieldComparisons.of(fields, pairs.rows());
    Accumulator accumulator = new Accumulator(comparisons.levelsOfFields());
    pairs.forEach((left, right) -> accumulator.add(comparisons.compare(left, right)), progress);
    return accumulator.finish();
  }

  /** What the levels are of, in the order of the levels. */
  public List<FieldLevels> fields() {
    return fields;
  }

  /** How many pairs were compared. */
  public long pairs() {
    return pairs;
  }

  /** The patterns, ascending by their levels, the first field first. */
  public List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    for (int p = 0; p < counts.length; p++) {
      List<Integer> list = new ArrayList<>();
      for (byte level : levels[p]) {
        list.add((int) level);
      }
      patterns.add(new Pattern(list, counts[p]));
    }
    return patterns;
  }

  int size() {
    return counts.length;
  }

  int level(int pattern, int field) {
    return levels[pattern][field];
  }

  long count(int pattern) {
    return counts[pattern];
  }
}
