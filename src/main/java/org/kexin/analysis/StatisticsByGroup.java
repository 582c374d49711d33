package org.kexin.analysis;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.SaleRow;

/**
 * Statistics of each group of sales, in one pass over them, ordered by customer. Keeps eight bytes
 * for each customer of each group. Not thread-safe.
 */
final class StatisticsByGroup {

  /** Groups at most. */
  static final int MOST = 60;

  private static final Statistics.Parameters PARAMETERS =
      new Statistics.Parameters(0, Concentration.Parameters.defaults(), null, null);

  private final Grouping grouping;
  private final SortedMap<Long, Statistics.Accumulator<UUID>> groups = new TreeMap<>();
  private long latestNumber;
  private Statistics.@Nullable Accumulator<UUID> latest;

  StatisticsByGroup(Grouping grouping) {
    this.grouping = grouping;
  }

  /**
   * Counts a sale.
   *
   * @throws ProblemException {@code parameter-invalid} if from the first period to the last there
   *     are more than {@link #MOST}
   */
  void add(Sale<UUID> sale, SaleRow row) {
    long number = grouping.numberOf(sale.day(), row);
    Statistics.Accumulator<UUID> group = latest;
    if (group == null || number != latestNumber) {
      group = groups.computeIfAbsent(number, unseen -> accumulator());
      demandFew();
      latest = group;
      latestNumber = number;
    }
    group.add(sale);
  }

  private void demandFew() {
    if (grouping.isByTime() && groups.lastKey() - groups.firstKey() >= MOST) {
      throw ProblemException.parameter(
          "groupBy",
          "There are more than %d groups; ask for a shorter period or for longer groups."
              .formatted(MOST));
    }
  }

  /**
   * The statistics by the number of the group; periods without a sale between others too.
   *
   * @throws IllegalStateException when called twice
   */
  SortedMap<Long, Statistics<UUID>> finish() {
    if (grouping.isByTime() && !groups.isEmpty()) {
      for (long number = groups.firstKey(); number < groups.lastKey(); number++) {
        groups.computeIfAbsent(number, unseen -> accumulator());
      }
    }
    SortedMap<Long, Statistics<UUID>> found = new TreeMap<>();
    groups.forEach((number, group) -> found.put(number, group.finish()));
    return found;
  }

  private static Statistics.Accumulator<UUID> accumulator() {
    return new Statistics.Accumulator<>(CustomerOrder.ofUuids(), PARAMETERS);
  }
}
