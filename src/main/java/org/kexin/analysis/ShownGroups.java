package org.kexin.analysis;

import java.time.LocalDate;
import java.util.List;
import org.kexin.analysis.algorithm.DayBlocks;

/**
 * Which groups of the sales may be shown where the whole is shown too.
 *
 * <p>Periods are shown where they are made of whole blocks of days: then whatever is added or
 * subtracted, of these periods and of others, tells of whole blocks, that is of k customers or
 * more.
 *
 * <p>Channels and kinds are shown as {@link SmallGroups#shown} says, over all sales only. Customers
 * may stand in several of them, so a group that nearly all customers are in would tell how few are
 * not: it counts as small, too.
 */
final class ShownGroups {

  private ShownGroups() {}

  /**
   * For each group in turn whether it is shown.
   *
   * @param customers of each group; a customer may be in several
   * @param all customers of the whole
   */
  static List<Boolean> ofWhole(List<Long> customers, long all, SmallGroups groups) {
    return groups.shown(customers, in -> groups.shows(all - in) ? in : Math.min(in, all - in));
  }

  /** Whether a period may be shown of which these customers bought. */
  static boolean showsPeriod(
      LocalDate first,
      LocalDate last,
      long customers,
      SalesQuery window,
      DayBlocks blocks,
      SmallGroups groups) {
    return groups.individualsAllowed()
        || (groups.shows(customers)
            && blocks.areWhole(later(first, window), earlier(last, window)));
  }

  private static LocalDate later(LocalDate first, SalesQuery window) {
    LocalDate from = window.from();
    return from == null || from.isBefore(first) ? first : from;
  }

  private static LocalDate earlier(LocalDate last, SalesQuery window) {
    LocalDate to = window.to();
    return to == null || to.isAfter(last) ? last : to;
  }
}
