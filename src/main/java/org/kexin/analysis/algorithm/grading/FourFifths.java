package org.kexin.analysis.algorithm.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a policy prefers one group of people: the share of each group that has more than the
 * lowest grade, against the largest such share. Below four fifths it is taken as evidence of an
 * adverse effect (Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D), to be
 * looked into by people; above it, it is no proof of fairness.
 *
 * @param reference the group with the largest share, ties by name; null where nothing is compared
 * @param rows as they were given
 */
public record FourFifths(@Nullable String reference, List<Row> rows) {

  /** Name for the answer. */
  public static final String METHOD = "four-fifths rule (29 CFR 1607.4 D)";

  private static final int FOUR = 4;
  private static final int FIVE = 5;

  public FourFifths {
    rows = List.copyOf(rows);
  }

  /**
   * One group.
   *
   * @param customers who were graded
   * @param graded of them, above the lowest grade
   */
  public record Group(String name, long customers, long graded) {}

  /**
   * One group compared.
   *
   * @param share graded / customers; null for a group too small to compare
   * @param ratio of the share to that of the reference; null where there is none, or nobody has a
   *     better grade
   * @param adverse whether the ratio is below four fifths
   */
  public record Row(Group group, @Nullable Double share, @Nullable Double ratio, boolean adverse) {}

  /**
   * Compares groups.
   *
   * @param smallest customers that a group must have to be compared, at least 1
   */
  public static FourFifths of(List<Group> groups, long smallest) {
    Optional<Group> best =
        groups.stream()
            .filter(group -> group.customers() >= Math.max(1, smallest))
            .min(
                Comparator.<Group>comparingDouble(group -> -share(group))
                    .thenComparing(Group::name));
    List<Row> rows = new ArrayList<>();
    for (Group group : groups) {
      if (best.isEmpty() || group.customers() < Math.max(1, smallest)) {
        rows.add(new Row(group, null, null, false));
      } else {
        rows.add(row(group, best.get()));
      }
    }
    return new FourFifths(best.map(Group::name).orElse(null), rows);
  }

  private static Row row(Group group, Group best) {
    if (best.graded() == 0) {
      return new Row(group, share(group), null, false);
    }
    // Multiplied out, so that exactly four fifths is not adverse for a rounding.
    double mine = (double) group.graded() * best.customers() * FIVE;
    double most = (double) best.graded() * group.customers() * FOUR;
    return new Row(group, share(group), share(group) / share(best), mine < most);
  }

  private static double share(Group group) {
    return (double) group.graded() / group.customers();
  }
}
