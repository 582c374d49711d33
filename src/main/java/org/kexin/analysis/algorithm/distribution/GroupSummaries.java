package org.kexin.analysis.algorithm.distribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * A numeric attribute for each value of another one, such as the amount bought by region.
 *
 * @param missing rows without a group
 * @param groups most rows first, ties by value; empty when there are too many
 * @param reason why there are no groups although there are rows; null otherwise
 */
public record GroupSummaries(long missing, List<Group> groups, @Nullable Reason reason) {

  /** Name and version for the answer. */
  public static final String METHOD = "numeric summary by group/1";

  public GroupSummaries {
    groups = List.copyOf(groups);
  }

  /** One group. */
  public record Group(String value, NumericSummary summary) {

    long rows() {
      return summary.n() + summary.missing();
    }
  }

  /** Summarises groups in one pass, in any order. Not thread-safe. */
  public static final class Accumulator {
    private static final Comparator<Group> MOST_FIRST =
        Comparator.comparingLong(Group::rows).reversed().thenComparing(Group::value);

    private final int limit;
    private final NumericSummary.Parameters parameters;
    private final Map<String, NumericSummary.Accumulator> groups = new HashMap<>();
    private boolean tooMany;
    private long missing;

    /**
     * Begins without rows.
     *
     * @param limit most groups, 1 to 1,000,000; with more of them none is listed
     * @param parameters of every group; the memory for exact values is needed by each
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public Accumulator(int limit, NumericSummary.Parameters parameters) {
      Categories.checkLimit(limit);
      this.limit = limit;
      this.parameters = parameters;
    }

    /**
     * Adds a row with a value.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public void add(@Nullable String group, double value) {
      NumericSummary.Accumulator summary = of(group);
      if (summary != null) {
        summary.add(value);
      }
    }

    /** Adds a row without a value. */
    public void addMissing(@Nullable String group) {
      NumericSummary.Accumulator summary = of(group);
      if (summary != null) {
        summary.addMissing();
      }
    }

    private NumericSummary.@Nullable Accumulator of(@Nullable String group) {
      if (group == null || group.isBlank()) {
        missing++;
        return null;
      }
      if (tooMany) {
        return null;
      }
      NumericSummary.Accumulator summary = groups.get(group);
      if (summary == null && groups.size() == limit) {
        tooMany = true;
        groups.clear();
      } else if (summary == null) {
        summary = new NumericSummary.Accumulator(parameters);
        groups.put(group, summary);
      }
      return summary;
    }

    /** What was added so far. */
    public GroupSummaries finish() {
      List<Group> all =
          groups.entrySet().stream()
              .map(entry -> new Group(entry.getKey(), entry.getValue().finish()))
              .sorted(MOST_FIRST)
              .toList();
      return new GroupSummaries(missing, all, tooMany ? Categories.TOO_MANY_CATEGORIES : null);
    }
  }
}
