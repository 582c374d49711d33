package org.kexin.analysis.trend;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.DayBlocks;

/**
 * Which values of a series may be shown. Who may not see individuals gets only those of periods
 * that are made of whole blocks of days: then whatever is added or subtracted, of this series and
 * of others by other periods, tells of whole blocks, that is of k customers or more.
 *
 * <p>How many customers are new does not follow blocks of buyers, so it is counted by whole months
 * only, whatever the window, and months that are held back are never one alone.
 */
final class ShownPeriods {

  private final TrendMeasure measure;
  private final TrendTally tally;
  private final DayBlocks blocks;
  private final SmallGroups groups;
  private final Set<Long> fewNew = new HashSet<>();

  ShownPeriods(TrendMeasure measure, TrendTally tally, DayBlocks blocks, SmallGroups groups) {
    this.measure = measure;
    this.tally = tally;
    this.blocks = blocks;
    this.groups = groups;
    List<Long> periods = tally.periods();
    List<Boolean> shown = groups.shown(periods, period -> tally.of(period).newcomersEver());
    for (int i = 0; i < shown.size(); i++) {
      if (!shown.get(i)) {
        fewNew.add(periods.get(i));
      }
    }
  }

  /**
   * Whether the value of a period may be shown.
   *
   * @param from first day of it that was looked at
   * @param to last day of it that was looked at
   * @param complete whether these are all its days
   */
  boolean shows(long period, LocalDate from, LocalDate to, boolean complete) {
    if (groups.individualsAllowed()) {
      return true;
    }
    if (measure == TrendMeasure.NEW_CUSTOMERS) {
      return complete && !fewNew.contains(period);
    }
    return groups.shows(tally.of(period).customers()) && blocks.areWhole(from, to);
  }
}
